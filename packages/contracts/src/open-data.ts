// Plain lists, without schemas: the portal's public pages load them.

/** What a column of the open data holds: a list stands in one cell, its items with ` | ` between them. */
export type ColumnKind = 'text' | 'code' | 'list' | 'number' | 'date';
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
  ...translated.flatMap((field) => inEach(field, ['es', 'en', 'fr', 'pt'])),
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
  ['category', 'code'],
  ...inEach('role', ['es', 'en']),
  ['website', 'text'],
  ['sources', 'list'],
  ['licence', 'code'],
] as const satisfies readonly (readonly [string, ColumnKind])[];
