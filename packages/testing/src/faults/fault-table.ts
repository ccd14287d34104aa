import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Count } from './count.js';

/** One line of the table that `npm run test:faults` prints. */
export interface FaultRow {
  /** Number of the fault, `F1`. */
  readonly fault: string;
  readonly what: string;
  readonly tries: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds of the longest time without an acknowledged write; null where none were made all along. */
  readonly gap: number | null;
}

const fileKey = 'ALIANZA_FAULT_TABLE';

/** Few tries in `npm test`, many in `npm run test:faults`. */
export const tries = (short: number, long: number): number => (process.env.FAULTS === 'long' ? long : short);

/** Milliseconds: what is promised, judged where nothing runs beside it; in `npm test` the machine may stand still, and only what is lost for good is found. */
export const bound = (loose: number, promised: number): number => tries(loose, promised);

/** Where rows go in this process and those it starts. */
export function keepTableIn(file: string): void {
  process.env[fileKey] = file;
}

export function addRow(row: FaultRow): void {
  const file = process.env[fileKey];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}

/** The same from a count. */
export const addCount = (named: Pick<FaultRow, 'fault' | 'what' | 'tries'>, { acknowledged, lost, doubled, gap }: Count): void =>
  addRow({ ...named, acknowledged, lost: lost.length, doubled: doubled.length, gap });

const numberOf = ({ fault }: FaultRow) => Number(fault.replaceAll(/\D/g, ''));

export function readTable(file: string): FaultRow[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as FaultRow);
  return rows.sort((a, b) => numberOf(a) - numberOf(b));
}

const cellsOf = ({ fault, what, gap, ...counts }: FaultRow): string[] => [
  fault,
  what,
  ...[counts.tries, counts.acknowledged, counts.lost, counts.doubled].map(String),
  gap === null ? '–' : `${(gap / 1000).toFixed(2)} s`,
];

/** Lines of a table: names left, numbers right. */
export function table(rows: readonly FaultRow[]): string {
  const lines = [['fault', 'what happens', 'tries', 'acknowledged', 'lost', 'doubled', 'longest gap'], ...rows.map(cellsOf)];
  const widths = (lines[0] ?? []).map((_cell, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const lineOf = (cells: string[]) =>
    cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return lines.map(lineOf).join('\n');
}
