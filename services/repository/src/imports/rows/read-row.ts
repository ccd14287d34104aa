import { inLanguage, type ImportField } from '@alianza/contracts/imports/import-columns';
import type { ImportMapping } from '@alianza/contracts/repository/imports';
import { emptyContent, PracticeContent } from '@alianza/contracts/repository/practices';
import { usualLicence } from '@alianza/contracts/repository/publication/licences';
import { languages, type Language, type Localized } from '@alianza/contracts/shapes';
import { oneOf, refuse } from '@alianza/platform/imports/import-rows';
import { findCountry, findLanguage } from '@alianza/platform/sheets/places';
import type { Find } from '@alianza/platform/sheets/words';
import type { z } from 'zod';
import type { NetworkConcept } from '../../taxonomy/network-concepts.js';
import { linesIn, manyOf, sourcesIn, targetsIn, yearIn } from './cells.js';
import { findConcept, findEvidence, findLicence, findType } from './labels.js';
import type { Cell, Cells, RowProblem } from './plan.js';

/** What the network calls things, on the day of the import. */
export interface Words {
  readonly population: Find;
  readonly sector: Find;
  readonly priorityArea: Find;
  readonly fiveR: Find;
  readonly level: Find;
}

export const wordsOf = (concepts: readonly NetworkConcept[], day: string): Words => ({
  population: findConcept(concepts, 'population', day),
  sector: findConcept(concepts, 'sector', day),
  priorityArea: findConcept(concepts, 'priorityArea', day),
  fiveR: findConcept(concepts, 'fiveR', day),
  level: findConcept(concepts, 'level', day),
});

type Field = keyof PracticeContent;

/** Which column a field of the record came from, to tell where something is wrong. */
const columnsOf: Readonly<Partial<Record<Field, readonly ImportField[]>>> = {
  type: ['type'],
  countries: ['countries'],
  place: ['place'],
  level: ['level'],
  sector: ['sector'],
  organizations: ['organizations'],
  fiveRs: ['five_rs'],
  populations: ['populations'],
  priorityAreas: ['priority_areas'],
  sdgTargets: ['sdg_targets'],
  startYear: ['start_year'],
  endYear: ['end_year'],
  sourceLanguages: ['source_languages'],
  evidence: ['evidence'],
  sources: ['sources', 'source_publishers', 'source_urls'],
  licence: ['licence'],
};

/** The columns of the sheet that say something of a field. */
export const saying = (cells: Cells, field: Field): ImportField[] =>
  [...cells.keys()].filter((name) => (columnsOf[field] ?? []).includes(name) || inLanguage(name)?.field === field);

/** Its texts in each language: a column that is there counts, also where its cell is empty; a language without a column stays. */
function localizedIn(cells: Cells, field: Field, before: Localized | null, first: Language | null): Localized | null {
  const texts = new Map<Language, string>(languages.flatMap((lang) => (before?.[lang] === undefined ? [] : [[lang, before[lang]]])));
  for (const [name, { text }] of cells) {
    const told = inLanguage(name);
    if (told?.field !== field) continue;
    if (text === '') texts.delete(told.lang);
    else texts.set(told.lang, text);
  }
  const original = [first, before?.original ?? null, ...languages].find((lang) => lang !== null && texts.has(lang));
  return original ? { original, ...Object.fromEntries(texts) } : null;
}

/** What the row itself is titled, whatever its record is called. */
export const titleOf = (cells: Cells): string => {
  const title = localizedIn(cells, 'title', null, null);
  return title?.[title.original] ?? '';
};

const translated = ['title', 'summary', 'context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;

function firstLanguage(cells: Cells): Language | null {
  const cell = cells.get('original_language');
  if (cell === undefined || cell.text === '') return null;
  const found = findLanguage(cell.text);
  const known = languages.find((lang) => lang === found);
  if (known === undefined) refuse(cell, 'unknown-value', cell.text);
  return known ?? null;
}

type Draft = Partial<Record<Field, unknown>>;

/** What the row says of each field that has a column, over what the record says already. */
function draftOf(cells: Cells, before: PracticeContent | null, words: Words): Draft {
  const draft: Draft = {};
  const set = (field: Field, name: ImportField, read: (cell: Cell) => unknown) => {
    const cell = cells.get(name);
    if (cell) draft[field] = read(cell);
  };
  set('countries', 'countries', (cell) => manyOf(cell, findCountry));
  set('place', 'place', ({ text }) => text || null);
  set('level', 'level', (cell) => oneOf(cell, words.level, 'unknown-value'));
  set('sector', 'sector', (cell) => oneOf(cell, keeping(words.sector, before?.sector), 'unknown-value'));
  set('organizations', 'organizations', linesIn);
  set('fiveRs', 'five_rs', (cell) => manyOf(cell, words.fiveR));
  set('populations', 'populations', (cell) => manyOf(cell, keeping(words.population, ...(before?.populations ?? []))));
  set('priorityAreas', 'priority_areas', (cell) => manyOf(cell, keeping(words.priorityArea, ...(before?.priorityAreas ?? []))));
  set('sdgTargets', 'sdg_targets', targetsIn);
  set('startYear', 'start_year', yearIn);
  set('endYear', 'end_year', yearIn);
  set('sourceLanguages', 'source_languages', (cell) => manyOf(cell, findLanguage));
  set('evidence', 'evidence', (cell) => oneOf(cell, findEvidence, 'unknown-value'));
  const licence = cells.get('licence');
  if (licence && licence.text !== '') {
    const named = oneOf(licence, findLicence, 'unknown-value');
    // the usual one, of a record that names none, is what it is under already
    if (named !== null && named !== (before?.licence ?? usualLicence)) draft.licence = named;
  }
  const [sources, publishers, urls] = (['sources', 'source_publishers', 'source_urls'] as const).map((name) => cells.get(name));
  if (sources ?? urls) draft.sources = sourcesIn({ sources, publishers, urls, known: before?.sources ?? [] });
  return draft;
}

/** What the record is marked with stays known, also where the network offers it no more. */
const keeping =
  (find: Find, ...kept: readonly (string | null | undefined)[]): Find =>
  (word) =>
    find(word) ?? (kept.includes(word) ? word : null);

/** Null where something is wrong, which is then among the problems of the cells. */
export function contentOf(
  cells: Cells,
  { before, words, type }: { before: PracticeContent | null; words: Words; type: ImportMapping['type'] },
  problems: RowProblem[],
): PracticeContent | null {
  const first = firstLanguage(cells);
  const texts = translated.map((field) => [field, localizedIn(cells, field, before?.[field] ?? null, first)] as const);
  const typed = cells.get('type');
  const told = typed === undefined ? null : oneOf(typed, findType, 'unknown-value');
  const draft = {
    ...emptyContent,
    ...before,
    ...Object.fromEntries(texts),
    ...draftOf(cells, before, words),
    type: told ?? before?.type ?? type,
  };
  const missing = (['title', 'summary'] as const).filter((field) => Object.fromEntries(texts)[field] === null);
  for (const field of missing) problems.push({ ...whereOf(cells, field), value: null, reason: 'missing', params: {} });
  if (missing.length > 0) return null;
  const judged = PracticeContent.safeParse(draft);
  if (!judged.success) for (const issue of judged.error.issues) problems.push(problemOf(cells, issue));
  else if (reversed(judged.data))
    problems.push({ ...whereOf(cells, 'endYear'), value: String(judged.data.endYear), reason: 'years-reversed', params: {} });
  return problems.length === 0 && judged.success ? judged.data : null;
}

const reversed = ({ startYear, endYear }: PracticeContent): boolean => startYear !== null && endYear !== null && endYear < startYear;

function whereOf(cells: Cells, field: Field, lang?: unknown): Pick<RowProblem, 'column' | 'field'> {
  const names = saying(cells, field);
  const name = names.find((each) => inLanguage(each)?.lang === lang) ?? names[0];
  return { column: name === undefined ? null : (cells.get(name)?.column ?? null), field: name ?? null };
}

function problemOf(cells: Cells, issue: z.core.$ZodIssue): RowProblem {
  const [field, inside] = issue.path as [Field, unknown];
  const where = whereOf(cells, field, inside);
  const text = where.field === null ? null : (cells.get(where.field)?.text ?? '').slice(0, 120);
  const at = { ...where, value: text };
  if (issue.code === 'too_big') {
    const reason = issue.origin === 'array' ? 'too-many' : 'too-long';
    return { ...at, reason, params: { maximum: Number(issue.maximum) } };
  }
  return { ...at, reason: issue.code === 'invalid_format' && issue.format === 'url' ? 'not-address' : 'not-allowed', params: {} };
}
