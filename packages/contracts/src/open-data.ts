// Plain lists, without schemas: the portal's public pages load them.

/** What a column of the open data holds: a list stands in one cell, its items with ` | ` between them. */
export type ColumnKind = 'text' | 'code' | 'list' | 'number' | 'date';
const everyLanguage = ['es', 'en', 'fr', 'pt'] as const;
const translated = ['title', 'summary', 'context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;
type Translated<Field extends string, Lang extends string> = `${Field}_${Lang}`;
const inEach = <const Field extends string, const Lang extends string>(field: Field, langs: readonly Lang[]) =>
  langs.map((lang): readonly [Translated<Field, Lang>, 'text'] => [`${field}_${lang}`, 'text']);

/** Columns of the open data, in their order; what each means is in the texts under `openData.column`. */
export const practiceColumns = [
  ['id', 'code'],
  ['url', 'text'],
  ['type', 'code'],
  ['original_language', 'code'],
  ...translated.flatMap((field) => inEach(field, everyLanguage)),
  ['countries', 'list'],
  ['place', 'text'],
  ['level', 'code'],
  ['sector', 'code'],
  ['organizations', 'list'],
  ['five_rs', 'list'],
  ['populations', 'list'],
  ['priority_areas', 'list'],
  ['sdg_targets', 'list'],
  ['start_year', 'number'],
  ['end_year', 'number'],
  ['source_languages', 'list'],
  ['evidence', 'code'],
  ['sources', 'list'],
  ['owner', 'text'],
  ['licence', 'code'],
  ['licence_url', 'text'],
  ['licensor', 'text'],
  ['terms_version', 'number'],
  ['terms_accepted_at', 'date'],
  ['published_at', 'date'],
  ['changed_at', 'date'],
  ['version', 'number'],
] as const satisfies readonly (readonly [string, ColumnKind])[];
export const organizationColumns = [
  ['slug', 'code'],
  ['url', 'text'],
  ['kind', 'code'],
  ...inEach('name', ['es', 'en']),
  ['acronym', 'text'],
  ['sector', 'code'],
  ['country', 'code'],
  ['region', 'code'],
  ['category', 'code'],
  ...inEach('role', ['es', 'en']),
  ['website', 'text'],
  ['sources', 'list'],
  ['licence', 'code'],
] as const satisfies readonly (readonly [string, ColumnKind])[];
/** Confirmed replications: a practice, who repeated it, where, with what changes and what came of it. */
export const replicationColumns = [
  ['id', 'code'],
  ['practice_url', 'text'],
  ...inEach('practice', everyLanguage),
  ...inEach('replicator', ['es', 'en']),
  ['country', 'code'],
  ['place', 'text'],
  ['start_year', 'number'],
  ['end_year', 'number'],
  ...inEach('adaptation', everyLanguage),
  ...inEach('result', everyLanguage),
  ['source', 'text'],
  ['licence', 'code'],
  ['confirmed_at', 'date'],
] as const satisfies readonly (readonly [string, ColumnKind])[];
