import type { CountedMonth } from '@alianza/contracts/repository/publication/counts';

/** Excel reads UTF-8 as such only behind it. */
const byteOrderMark = '\uFEFF';
/** What a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table of CSV (RFC 4180), `heads` above: title, address, month, reads, downloads. */
export function countsCsv(heads: readonly string[], rows: readonly CountedMonth[], addressOf: (slug: string) => string): string {
  const lines = rows.map(({ title, slug, month, views, downloads }) => [title, addressOf(slug), month, views, downloads]);
  return byteOrderMark + [heads, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
