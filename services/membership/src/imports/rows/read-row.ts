import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { Language, Localized } from '@alianza/contracts/shapes';
import { findCountry, findLanguage } from '@alianza/platform/sheets/places';
import type { Find } from '@alianza/platform/sheets/words';
import { dayIn, manyOf, oneOf, refuse, siteIn, yesOrNo, type Cell, type Cells } from './cells.js';
import { MemberContent, type Granted } from './member-content.js';
import type { Reason, RowProblem } from './plan.js';
import { findRegion, findSector } from './vocabulary.js';

const spoken = ['es', 'en'] as const;
type Translated = 'name' | 'work';

/** Its texts in each language: a column that is there counts, also where its cell is empty; a language without a column stays. */
function localizedIn(cells: Cells, field: Translated, before: Localized | null): Localized | null {
  const said: Partial<Record<Language, string>> = {};
  for (const lang of ['es', 'en', 'fr', 'pt'] as const) {
    const cell = lang === 'es' || lang === 'en' ? cells.get(`${field}_${lang}`) : undefined;
    const text = cell === undefined ? before?.[lang] : cell.text;
    if (text !== undefined && text !== '') said[lang] = text;
  }
  const original = [before?.original, ...spoken, 'fr' as const, 'pt' as const].find(
    (lang) => lang !== undefined && said[lang] !== undefined,
  );
  return original ? { original, ...said } : null;
}

export const nameIn = (cells: Cells, before: Localized | null): Localized | null => localizedIn(cells, 'name', before);

/** What a cell says where there is one, else what was said before. */
function over<T>(cell: Cell | undefined, read: (cell: Cell) => T, before: T): T {
  return cell === undefined ? before : read(cell);
}

/** Which column a fact came from. */
const columnsOf: Readonly<Record<keyof MemberContent, readonly MemberImportField[]>> = {
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

/** The columns of the sheet that say something of a fact. */
export const saying = (cells: Cells, fact: keyof MemberContent): MemberImportField[] => columnsOf[fact].filter((name) => cells.has(name));

const reasons: Readonly<Record<string, Reason>> = { too_big: 'too-long', invalid_type: 'missing', invalid_format: 'not-address' };
const limits: Readonly<Partial<Record<keyof MemberContent, number>>> = { name: 250, acronym: 30, website: 500, work: 2000, languages: 12 };

function draftOf(cells: Cells, before: MemberContent | null) {
  const text = (cell: Cell) => (cell.text === '' ? null : cell.text);
  return {
    name: nameIn(cells, before?.name ?? null),
    acronym: over(cells.get('acronym'), text, before?.acronym ?? null),
    sector: over<string | null>(cells.get('sector'), (cell) => oneOf(cell, findSector), before?.sector ?? null),
    country: over<string | null>(cells.get('country'), (cell) => oneOf(cell, findCountry, 'unknown-name'), before?.country ?? null),
    region: over<string | null>(cells.get('region'), (cell) => oneOf(cell, findRegion), before?.region ?? null),
    languages: over(cells.get('languages'), (cell) => manyOf(cell, findLanguage), before?.languages ?? []),
    website: over(cells.get('website'), siteIn, before?.website ?? null),
    work: localizedIn(cells, 'work', before?.work ?? null),
    listed: over(cells.get('listed'), yesOrNo, null) ?? before?.listed ?? false,
  };
}

/** What the row says, over what was said before; null where something is wrong. */
export function contentOf(cells: Cells, before: MemberContent | null, problems: RowProblem[]): MemberContent | null {
  const draft = draftOf(cells, before);
  const noted = new Set(problems.map(({ field }) => field));
  const read = MemberContent.safeParse(draft);
  if (read.success) return problems.length === 0 ? read.data : null;
  for (const { code, path } of read.error.issues) {
    const fact = path[0] as keyof MemberContent;
    const [field = columnsOf[fact][0] ?? null] = saying(cells, fact);
    if (field === null || noted.has(field)) continue;
    noted.add(field);
    const reason = draft[fact] === null ? 'missing' : (reasons[code] ?? 'not-allowed');
    const cell = cells.get(field);
    const params = { maximum: limits[fact] ?? 0 };
    if (cell) refuse(cell, reason === 'too-long' && fact === 'languages' ? 'too-many' : reason, cell.text, params);
    else problems.push({ column: null, field, value: null, reason, params });
  }
  return null;
}

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
  const category = (cell === undefined ? null : oneOf(cell, find)) ?? (cell === undefined || cell.text === '' ? usual : null);
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
