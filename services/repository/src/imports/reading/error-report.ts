import { byteOrderMark, csvLine } from '@alianza/platform/sheets/csv';
import { textIn } from '@alianza/texts/server';
import type { PlannedRow } from '../imports.queries.js';
import { viewProblem, type AboutRows } from './imports.views.js';

/** Rows that cannot be imported, a line for each thing that is wrong; it begins with the mark by which spreadsheets know UTF-8. */
export function errorReport(rows: readonly PlannedRow[], about: AboutRows): string {
  const text = textIn(about.reader.lang);
  const head = ['row', 'title', 'column', 'value', 'problem'].map((name) => text(`imports.report.${name}`));
  const lines = rows.flatMap(({ number, plan }) =>
    plan.problems.map((problem) => {
      const { column, value, text: told } = viewProblem(problem, about);
      return [String(number), plan.title, column ?? '', value ?? '', told];
    }),
  );
  return byteOrderMark + [head, ...lines].map(csvLine).join('');
}
