import type { Entry } from '@alianza/platform/files/zip';
import { byteOrderMark, csvLine, type CellValue } from '@alianza/platform/sheets/csv';
import type { Found } from './gathering.service.js';

const cellOf = (value: unknown): CellValue => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
};

/** One kind of thing as a table: what all have, then every name that any of them uses. */
function tableOf(found: readonly Found[]): string {
  const names = [...new Set(found.flatMap(({ data }) => Object.keys(data)))];
  const lines = found.map(({ network, at, data }) => csvLine([network, at, ...names.map((name) => cellOf(data[name]))]));
  return byteOrderMark + csvLine(['network', 'at', ...names]) + lines.join('');
}

/** All of it as JSON for programs, and each kind as a table for people. */
export function archiveOf(found: readonly Found[]): Entry[] {
  const byKind = Map.groupBy(found, ({ kind }) => kind);
  const whole = { name: 'data.json', bytes: Buffer.from(`${JSON.stringify(Object.fromEntries(byKind), null, 1)}\n`) };
  const tables = [...byKind].map(([kind, rows]) => ({ name: `${kind}.csv`, bytes: Buffer.from(tableOf(rows)) }));
  return [whole, ...tables];
}
