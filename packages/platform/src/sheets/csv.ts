/** What a cell of a table holds: a list stands in one cell, its items with ` | ` between them. */
export type CellValue = string | number | null | readonly string[];

/** Excel reads UTF-8 as such only behind it; every other reader skips it. */
export const byteOrderMark = '\uFEFF';
export const separator = ' | ';

/** What a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

export const plain = (value: CellValue): string | number | null =>
  typeof value === 'object' && value !== null ? value.join(separator) : value;

function cell(value: CellValue): string {
  const text = plain(value);
  if (text === null) return '';
  if (typeof text === 'number') return String(text);
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A line of a table in CSV (RFC 4180) that nothing runs. */
export const csvLine = (row: readonly CellValue[]): string => `${row.map(cell).join(',')}\r\n`;
