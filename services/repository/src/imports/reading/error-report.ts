import { textIn } from '@alianza/texts/server';
import type { PlannedRow } from '../imports.queries.js';
import { viewProblem, type AboutRows } from './imports.views.js';

/** What a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell of a table in CSV (RFC 4180) that nothing runs. */
function cell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

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
  return `\uFEFF${[head, ...lines].map(csvLine).join('')}`;
}
