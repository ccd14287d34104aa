import { Email } from '@alianza/contracts/shapes';
import { refuse, type Cell } from '@alianza/platform/imports/import-rows';
import type { Find } from '@alianza/platform/sheets/words';

/** What a cell says where there is one, else what was said before. */
export function over<T>(cell: Cell | undefined, read: (cell: Cell) => T, before: T): T {
  return cell === undefined ? before : read(cell);
}

export const textOrNull = ({ text }: Cell): string | null => (text === '' ? null : text);

/** `A | B`, `A; B`, `A, B` or one below the other. */
export function manyOf(cell: Cell, find: Find): string[] {
  const found = new Set<string>();
  for (const part of cell.text.split(/[|;,\r\n]/).map((each) => each.trim())) {
    if (part === '') continue;
    const id = find(part);
    if (id === null) refuse(cell, 'unknown-name', part);
    else found.add(id);
  }
  return [...found];
}

const agreeing: ReadonlyMap<string, boolean> = new Map([
  ...['si', 'sí', 's', 'yes', 'y', 'true', '1', 'x', 'verdadero'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0', 'falso'].map((word) => [word, false] as const),
]);

/** Null where the cell says neither. */
export function yesOrNo(cell: Cell): boolean | null {
  const said = agreeing.get(cell.text.toLowerCase()) ?? null;
  if (said === null && cell.text !== '') refuse(cell, 'not-yes-no', cell.text);
  return said;
}

/** The calendar of the database has no year 0. */
const isDay = (day: string): boolean =>
  !day.startsWith('0000') && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/** `2026-02-27` or, as it is written here, `27/02/2026`. */
export function dayIn(cell: Cell): string | null {
  if (cell.text === '') return null;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell.text) ?? [];
  const written = year === '' ? cell.text : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  if (/^\d{4}-\d\d-\d\d$/.test(written) && isDay(written)) return written;
  refuse(cell, 'not-day', cell.text);
  return null;
}

/** A site as people write it; without its scheme it gets one. */
export function siteIn(cell: Cell): string | null {
  if (cell.text === '') return null;
  const address = cell.text.includes('://') ? cell.text : `https://${cell.text}`;
  if (/^https?:\/\//i.test(address) && URL.parse(address)?.hostname.includes('.')) return address;
  refuse(cell, 'not-address', cell.text);
  return null;
}

export function emailIn(cell: Cell): string | null {
  if (cell.text === '' || Email.safeParse(cell.text).success) return textOrNull(cell);
  refuse(cell, 'not-email', cell.text);
  return null;
}
