import type { Source } from '@alianza/contracts/repository/practices';
import { isSdgTarget } from '@alianza/contracts/repository/sdg-targets';
import { refuse } from '@alianza/platform/imports/import-rows';
import type { Find } from '@alianza/platform/sheets/words';
import type { Cell } from './plan.js';

const parts = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `A | B`, `A; B` or one below the other. */
export const listIn = (text: string): string[] => parts(text, /[|;\r\n]/);
/** Addresses may have semicolons of their own, and titles too: there a bar or a new line parts, a semicolon only where no bar does. */
const looseList = (text: string): string[] => parts(text, text.includes('|') ? /[|\r\n]/ : /[;\r\n]/);

/** Several of one; commas part them only where the whole is not what something is called. */
export function manyOf(cell: Cell, find: Find): string[] {
  const found: string[] = [];
  for (const part of listIn(cell.text)) {
    const whole = find(part);
    const pieces =
      whole === null && part.includes(',') ? parts(part, /,/).map((piece) => [piece, find(piece)] as const) : [[part, whole] as const];
    for (const [piece, id] of pieces) {
      if (id === null) refuse(cell, 'unknown-value', piece);
      else if (!found.includes(id)) found.push(id);
    }
  }
  return found;
}

export const linesIn = (cell: Cell): string[] => [...new Set(looseList(cell.text))];

/** `2019`, `2019.0` or a day of that year. */
export function yearIn(cell: Cell): number | null {
  if (cell.text === '') return null;
  const [, digits] = /^(\d{4})(?:\.0+|-\d\d-\d\d)?$/.exec(cell.text) ?? [];
  const year = Number(digits);
  if (year >= 1800 && year <= 2200) return year;
  refuse(cell, 'not-year', cell.text);
  return null;
}

/** `5.4`, `ODS 5.4` or `Meta 5.4: reconocer…` */
export function targetsIn(cell: Cell): string[] {
  const found: string[] = [];
  for (const part of listIn(cell.text).flatMap((each) => (/[a-z]{4}/i.test(each) ? [each] : parts(each, /,/)))) {
    const [, goal, target] = /(?:^|[^\d.])(\d{1,2})\.([1-9]\d?|[a-d])(?:$|[^\d])/i.exec(part) ?? [];
    const id = `${String(Number(goal))}.${(target ?? '').toLowerCase()}`;
    if (!isSdgTarget(id)) refuse(cell, 'not-target', part);
    else if (!found.includes(id)) found.push(id);
  }
  return found;
}

/** A source as the open data write it. */
const written = ({ title, publisher, url }: Source): string => [title, publisher, url].filter((part) => part).join('. ');

const address = /https?:\/\/\S{1,490}/;

function sourceIn(item: string): Source {
  const url = address.exec(item)?.[0].replace(/[.,;)\]]{1,5}$/, '') ?? null;
  const title = (url === null ? item : item.replace(url, '')).trim().replace(/[.,:;\s]{1,20}$/, '');
  return { title: title || titleOf(url ?? item), url, publisher: null };
}

const isWeb = (text: string): boolean => /^https?:\/\//.test(text) && URL.parse(text) !== null;

/** Where only an address is told, its site is what it is called by. */
const titleOf = (url: string): string => (URL.parse(url)?.hostname ?? url).slice(0, 400);

export interface SourceCells {
  readonly sources: Cell | undefined;
  readonly publishers: Cell | undefined;
  readonly urls: Cell | undefined;
  /** Those that the record has: one that is written as it was exported is the same. */
  readonly known: readonly Source[];
}

/** Sources with their publishers and addresses, which may stand in columns of their own: the first belongs to the first. */
export function sourcesIn({ sources, publishers, urls, known }: SourceCells): Source[] {
  const [items, by, at] = [sources, publishers, urls].map((cell) => (cell === undefined ? [] : looseList(cell.text)));
  const count = Math.max(items?.length ?? 0, at?.length ?? 0);
  return Array.from({ length: count }, (_none, index): Source => {
    const item = items?.[index];
    const same = item === undefined ? undefined : known.find((source) => written(source) === item);
    if (same && by?.[index] === undefined && at?.[index] === undefined) return same;
    const told = at?.[index];
    const url = told !== undefined && isWeb(told) ? told : undefined;
    if (urls && told !== undefined && url === undefined) refuse(urls, 'not-address', told);
    const read = item === undefined ? { title: titleOf(told ?? ''), url: null, publisher: null } : sourceIn(item);
    return { title: read.title, url: url ?? read.url, publisher: by?.[index] ?? read.publisher };
  });
}
