import type { Applied, BegunRow, Planned } from './import-tables.js';
import type { SheetImport } from './import-entity.js';
import type { RowPlan, RowProblem } from './import-rows.js';
import type { ImportWords } from './sheet-kind.js';
import type { Unreadable } from '../sheets/sheet.errors.js';
import type { ImportFailure } from '@alianza/contracts/imports/sheet-imports';

const instant = (at: Date | string): string => new Date(at).toISOString();

function failureOf({ status, failure }: SheetImport, words: ImportWords): string | null {
  if (!failure) return null;
  return status === 'failed' ? words.failed(failure as ImportFailure) : words.unreadable(failure as Unreadable);
}

/** How far it has come, of how much. */
function progressOf({ status, done, rows, counts }: SheetImport) {
  if (status === 'checking') return { done, of: rows };
  return status === 'applying' && counts ? { done, of: counts.create + counts.change } : null;
}

export function viewImport(one: SheetImport, words: ImportWords) {
  const { id, status, name, rows, counts, result, begunBy, begunAt, finishedAt, size, sha256, columns, mapping, digest } = one;
  return {
    ...{ id, status, name, rows, begunBy, size, sha256, columns },
    counts: counts ?? null,
    result: result ?? null,
    mapping: mapping ?? null,
    digest: digest ?? null,
    begunAt: instant(begunAt),
    finishedAt: finishedAt ? instant(finishedAt) : null,
    failure: failureOf(one, words),
    resumable: status === 'failed' && Boolean(one.stoppedIn),
    progress: progressOf(one),
    confirmedBy: one.confirmedBy ?? null,
    confirmedAt: one.confirmedAt ? instant(one.confirmedAt) : null,
  };
}

export const viewBegun = ({ begunAt, finishedAt, ...row }: BegunRow) => ({
  ...row,
  begunAt: instant(begunAt),
  finishedAt: finishedAt && instant(finishedAt),
});

/** Who reads rows, and of which sheet. */
export interface AboutRows {
  readonly columns: SheetImport['columns'];
  readonly words: ImportWords;
  readonly choices: (field: string) => readonly string[];
}

/** What is wrong, and what to do about it. */
export function viewProblem({ column, field, value, reason, params }: RowProblem, { columns, words, choices }: AboutRows) {
  const among = field === null ? '' : choices(field).join(' · ');
  const key = reason === 'unknown-value' && among === '' ? 'unknown-name' : reason;
  const said = { ...params, value: value ?? '', field: field === null ? '' : words.label(field), among };
  return { column: column === null ? null : (columns[column]?.header ?? null), field, value, text: words.problem(key, said) };
}

/** What writing a row does besides is said of rows that wait for it, or were written. */
const isSaid =
  (applied: Applied | null) =>
  ({ reason }: RowProblem): boolean =>
    reason !== 'titular-invited' || (applied !== 'skipped' && applied !== 'failed');

export function viewPlanned({ number, outcome, applied, recordId, plan }: Planned<RowPlan>, record: string, about: AboutRows) {
  const problems = plan.problems.filter(isSaid(applied)).map((problem) => viewProblem(problem, about));
  const notWritten = { column: null, field: null, value: null, text: about.words.notWritten() };
  return {
    ...{ number, outcome, title: plan.title, changes: [...plan.changes], done: applied ?? null },
    [record]: recordId ?? plan.target?.id ?? null,
    problems: applied === 'failed' ? [...problems, notWritten] : problems,
  };
}
