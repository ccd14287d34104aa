import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import { oneOf, refuse } from '@alianza/platform/imports/import-rows';
import { findCountry, findLanguage } from '@alianza/platform/sheets/places';
import type { Find } from '@alianza/platform/sheets/words';
import { dayIn, manyOf, over, siteIn, textOrNull, yesOrNo } from './cells.js';
import { changedColumns, factsIn, localizedIn } from './facts.js';
import { MemberContent, type Granted } from './member-content.js';
import type { Cells, RowProblem } from './plan.js';
import { findRegion, findSector } from './vocabulary.js';

/** Which column a fact came from. */
const columns: Readonly<Record<keyof MemberContent, readonly MemberImportField[]>> = {
  name: ['name_es', 'name_en'],
  acronym: ['acronym'],
  sector: ['sector'],
  country: ['country'],
  region: ['region'],
  languages: ['languages'],
  website: ['website'],
  work: ['work_es', 'work_en'],
  listed: ['listed'],
};

function draftOf(cells: Cells, before: MemberContent | null) {
  return {
    name: localizedIn(cells, 'name', before?.name ?? null),
    acronym: over(cells.get('acronym'), textOrNull, before?.acronym ?? null),
    sector: over<string | null>(cells.get('sector'), (cell) => oneOf(cell, findSector, 'unknown-value'), before?.sector ?? null),
    country: over<string | null>(cells.get('country'), (cell) => oneOf(cell, findCountry, 'unknown-name'), before?.country ?? null),
    region: over<string | null>(cells.get('region'), (cell) => oneOf(cell, findRegion, 'unknown-value'), before?.region ?? null),
    languages: over(cells.get('languages'), (cell) => manyOf(cell, findLanguage), before?.languages ?? []),
    website: over(cells.get('website'), siteIn, before?.website ?? null),
    work: localizedIn(cells, 'work', before?.work ?? null),
    listed: over(cells.get('listed'), yesOrNo, null) ?? before?.listed ?? false,
  };
}

/** What the row says, over what was said before; null where something is wrong. */
export const contentOf = (cells: Cells, before: MemberContent | null, problems: RowProblem[]): MemberContent | null =>
  factsIn(MemberContent, draftOf(cells, before), { cells, columns }, problems);

export const changesIn = (cells: Cells, before: MemberContent, content: MemberContent): MemberImportField[] =>
  changedColumns({ cells, columns }, before, content);

interface Granting {
  readonly find: Find;
  /** For rows that tell none. */
  readonly usual: string | null;
  /** Nobody takes part from a later day on. */
  readonly today: string;
}

/** How somebody new takes part; null where the sheet does not say. */
export function grantedIn(cells: Cells, { find, usual, today }: Granting, problems: RowProblem[]): Granted | null {
  const cell = cells.get('category');
  const category =
    (cell === undefined ? null : oneOf(cell, find, 'unknown-value')) ?? (cell === undefined || cell.text === '' ? usual : null);
  const [since, referenceDate] = (['category_since', 'granting_date'] as const).map((name) => over(cells.get(name), dayIn, null));
  const from = cells.get('category_since');
  if (from && since && since > today) refuse(from, 'day-ahead', from.text);
  const reference = cells.get('granting_reference')?.text.slice(0, 300) || null;
  if (referenceDate && reference === null) {
    const dated = cells.get('granting_date');
    if (dated) refuse(dated, 'reference-missing', dated.text);
  }
  if (category !== null) return { category, since: since ?? null, reference, referenceDate: referenceDate ?? null };
  if (cell === undefined || cell.text === '')
    problems.push({ column: cell?.column ?? null, field: 'category', value: null, reason: 'missing', params: {} });
  return null;
}
