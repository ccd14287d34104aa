// Plain lists, without schemas: the portal loads them.

const translated = ['title', 'summary', 'context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;
const langs = ['es', 'en', 'fr', 'pt'] as const;
export type TranslatedField = (typeof translated)[number];
export type ImportLanguage = (typeof langs)[number];

const inEach = <const Field extends string>(field: Field) =>
  langs.map((lang): `${Field}_${ImportLanguage}` => `${field}_${lang}`) as [`${Field}_es`, `${Field}_en`, `${Field}_fr`, `${Field}_pt`];

/** By which a row is known: the record's own identifier, the one of whoever keeps the sheet, its name in addresses, or its address. */
export const identityFields = ['id', 'reference', 'slug', 'url'] as const;
export const listFields = [
  'countries',
  'organizations',
  'five_rs',
  'populations',
  'priority_areas',
  'sdg_targets',
  'source_languages',
  'sources',
  'source_publishers',
  'source_urls',
] as const;
export const valueFields = [
  'type',
  'original_language',
  'place',
  'level',
  'sector',
  'start_year',
  'end_year',
  'evidence',
  'licence',
] as const;

/** What a column of a sheet can be, named as in the open data; nothing else of a record can be set by a sheet. */
export const importFields = [
  ...identityFields,
  'type',
  'original_language',
  ...inEach('title'),
  ...inEach('summary'),
  ...inEach('context'),
  ...inEach('actions'),
  ...inEach('results'),
  ...inEach('weaknesses'),
  ...inEach('lessons'),
  ...inEach('replicability'),
  'countries',
  'place',
  'level',
  'sector',
  'organizations',
  'five_rs',
  'populations',
  'priority_areas',
  'sdg_targets',
  'start_year',
  'end_year',
  'source_languages',
  'evidence',
  'sources',
  'source_publishers',
  'source_urls',
  'licence',
] as const;
export type ImportField = (typeof importFields)[number];

/** Columns of the open data that tell how a record stands; an import leaves them where they are. */
export const saidColumns = [
  'owner',
  'licence_url',
  'licensor',
  'terms_version',
  'terms_accepted_at',
  'published_at',
  'changed_at',
  'version',
] as const;

/** `title_es` → a field and its language; null of what is in no language. */
export function inLanguage(field: ImportField): { readonly field: TranslatedField; readonly lang: ImportLanguage } | null {
  const [name, lang, more] = field.split('_');
  const known = translated.find((each) => each === name);
  const spoken = langs.find((each) => each === lang);
  return known !== undefined && spoken !== undefined && more === undefined ? { field: known, lang: spoken } : null;
}

/** Rows and columns that a sheet may have, and bytes of its file. */
export const sheetLimits = { rows: 10_000, columns: 200, bytes: 10 * 1024 * 1024 } as const;
