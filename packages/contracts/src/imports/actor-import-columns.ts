// Plain lists, without schemas: the portal loads them.

/** What a column of a sheet of actors can be; nothing else of an actor can be set by a sheet, its steps least of all. */
export const actorImportFields = [
  'reference',
  'slug',
  'name_es',
  'name_en',
  'acronym',
  'sector',
  'country',
  'region',
  'website',
  'role_es',
  'role_en',
  'initiatives',
  'sources',
  'contact_email',
  'contact_name',
  'contact_office',
  'contact_language',
  'shown',
] as const;
export type ActorImportField = (typeof actorImportFields)[number];

/** By which a row is known: the key of whoever keeps the sheet, or its name in addresses; else by its name, else by its web domain. */
export const actorIdentityFields = ['reference', 'slug'] as const satisfies readonly ActorImportField[];
export const actorNameFields = ['name_es', 'name_en'] as const satisfies readonly ActorImportField[];
export const actorWorkFields = ['role_es', 'role_en', 'initiatives', 'sources'] as const satisfies readonly ActorImportField[];
/** Whom to write to: read by the secretariat alone. */
export const actorContactFields = [
  'contact_email',
  'contact_name',
  'contact_office',
  'contact_language',
] as const satisfies readonly ActorImportField[];
