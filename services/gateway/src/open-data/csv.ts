import type { Row, Value } from './tables.js';

/** Excel reads UTF-8 as such only behind it; every other reader skips it. */
export const byteOrderMark = '\uFEFF';
export const separator = ' | ';

/** What a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

export const plain = (value: Value): string | number | null =>
  typeof value === 'object' && value !== null ? value.join(separator) : value;

function cell(value: Value): string {
  const text = plain(value);
  if (text === null) return '';
  if (typeof text === 'number') return String(text);
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (row: Row): string => `${row.map(cell).join(',')}\r\n`;
