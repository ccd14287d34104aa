// Plain lists, without schemas: the portal loads them.

/** What a column of a sheet of members can be; nothing else of an organisation can be set by a sheet. */
export const memberImportFields = [
  'reference',
  'slug',
  'name_es',
  'name_en',
  'acronym',
  'sector',
  'country',
  'region',
  'languages',
  'website',
  'work_es',
  'work_en',
  'category',
  'category_since',
  'granting_reference',
  'granting_date',
  'listed',
  'titular_email',
] as const;
export type MemberImportField = (typeof memberImportFields)[number];

/** By which a row is known: the key of whoever keeps the sheet, or its name in addresses; else by its name. */
export const memberIdentityFields = ['reference', 'slug'] as const satisfies readonly MemberImportField[];
export const memberNameFields = ['name_es', 'name_en'] as const satisfies readonly MemberImportField[];
/** How it takes part, which a sheet says of new members only. */
export const memberCategoryFields = [
  'category',
  'category_since',
  'granting_reference',
  'granting_date',
] as const satisfies readonly MemberImportField[];

/** Who is to speak for it: that person is invited, read by the secretariat alone. */
export const memberPeopleFields = ['titular_email'] as const satisfies readonly MemberImportField[];
