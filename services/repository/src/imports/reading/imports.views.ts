import { inLanguage, type ImportField } from '@alianza/contracts/import-columns';
import type { ImportRow, PracticeImport } from '@alianza/contracts/repository/imports';
import { evidenceLevels, levels, practiceTypes } from '@alianza/contracts/taxonomy';
import { textIn } from '@alianza/texts/server';
import type { NetworkConcept } from '../../taxonomy/network-concepts.js';
import type { Import, SheetColumn } from '../import.entity.js';
import type { BegunRow, PlannedRow } from '../imports.queries.js';
import type { RowProblem } from '../rows/plan.js';

const instant = (at: Date | string): string => new Date(at).toISOString();

/** Who reads, and what the network calls its concepts. */
export interface ReadingImports {
  readonly lang: 'es' | 'en';
}

export function viewImport(entity: Import, { lang }: ReadingImports): PracticeImport {
  const { id, status, name, rows, counts, result, begunBy, begunAt, finishedAt, size, sha256, failure, columns, mapping, digest } = entity;
  return {
    ...{ id, status, name, rows, begunBy, size, sha256, columns },
    counts: counts ?? null,
    result: result ?? null,
    mapping: mapping ?? null,
    digest: digest ?? null,
    begunAt: instant(begunAt),
    finishedAt: finishedAt ? instant(finishedAt) : null,
    failure: failure ? textIn(lang)(`imports.unreadable.${failure}`) : null,
    progress: progressOf(entity),
    confirmedBy: entity.confirmedBy ?? null,
    confirmedAt: entity.confirmedAt ? instant(entity.confirmedAt) : null,
  };
}

function progressOf({ status, done, rows, counts }: Import): PracticeImport['progress'] {
  if (status === 'checking') return { done, of: rows };
  return status === 'applying' && counts ? { done, of: counts.create + counts.change } : null;
}

export const viewBegun = ({ begunAt, finishedAt, counts, result, ...row }: BegunRow) => ({
  ...row,
  counts: counts ?? null,
  result: result ?? null,
  begunAt: instant(begunAt),
  finishedAt: finishedAt && instant(finishedAt),
});

/** What a column of the sheet is called to people. */
export function fieldLabel(field: ImportField, { lang }: ReadingImports): string {
  const text = textIn(lang);
  const told = inLanguage(field);
  if (!told) return text(`imports.field.${field}`);
  return text('openData.inLanguage', { meaning: text(`imports.field.${told.field}`), language: text(`openData.language.${told.lang}`) });
}

/** What a closed field can be, as its reader calls it. */
function choices(field: ImportField | null, concepts: readonly NetworkConcept[], { lang }: ReadingImports): string {
  const text = textIn(lang);
  const labelled = (scheme: string, ids: readonly string[]) => ids.map((id) => text(`taxonomy.${scheme}.${id}`));
  const offered = (scheme: string) => concepts.filter((one) => one.scheme === scheme && !one.retired).map(({ labels }) => labels[lang]);
  const of: Partial<Record<ImportField, () => string[]>> = {
    type: () => labelled('practiceType', practiceTypes),
    level: () => labelled('level', levels),
    evidence: () => labelled('evidence', evidenceLevels),
    original_language: () => ['es', 'en', 'fr', 'pt'].map((code) => text(`openData.language.${code}`)),
    five_rs: () => offered('fiveR'),
    sector: () => offered('sector'),
    populations: () => offered('population'),
    priority_areas: () => offered('priorityArea'),
  };
  return (field && of[field]?.().join(' · ')) ?? '';
}

export interface AboutRows {
  readonly columns: readonly SheetColumn[];
  readonly concepts: readonly NetworkConcept[];
  readonly reader: ReadingImports;
}

/** What is wrong, and what to do about it. */
export function viewProblem({ column, field, value, reason, params }: RowProblem, { columns, concepts, reader }: AboutRows) {
  const text = textIn(reader.lang);
  const label = field ? fieldLabel(field, reader) : '';
  const among = choices(field, concepts, reader);
  const key = reason === 'unknown-value' && among === '' ? 'unknown-name' : reason;
  return {
    column: column === null ? null : (columns[column]?.header ?? null),
    field,
    value,
    text: text(`imports.problem.${key}`, { ...params, value: value ?? '', field: label, among }),
  };
}

export const viewPlanned = ({ number, outcome, applied, recordId, plan }: PlannedRow, about: AboutRows): ImportRow => ({
  number,
  outcome,
  title: plan.title,
  practiceId: recordId ?? plan.target?.id ?? null,
  changes: [...plan.changes],
  problems: plan.problems.map((problem) => viewProblem(problem, about)),
  done: applied ?? null,
});
