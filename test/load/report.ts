import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HopTime } from '@alianza/platform/observe/hops';
import type { Split } from './hops.js';
import type { Figures, Result } from './measure.js';

const columns = [16, 10, 9, 9, 9, 8, 8, 7] as const;
const row = (cells: readonly string[]) =>
  cells.map((cell, index) => (index < 2 ? cell.padEnd(columns[index] ?? 0) : cell.padStart(columns[index] ?? 0))).join(' ');
const percent = (part: number) => `${Math.round(100 * part)} %`;

const cellsOf = (name: string, { subject, perSecond, p50, p99, processor, failed, load }: Figures): string[] => [
  name,
  subject,
  perSecond.toFixed(0),
  p50.toFixed(1),
  p99.toFixed(1),
  processor.toFixed(0),
  String(failed),
  percent(load),
];

function verdict({ goal, reached, holds, reference }: Result): string {
  const sign = holds ? 'ok' : 'MISSED';
  switch (goal.kind) {
    case 'ratio':
      return `${sign}: ${percent(reached)} of ${reference?.subject ?? ''} (at least ${percent(goal.least)})`;
    case 'p99':
      return `${sign}: p99 ${reached.toFixed(1)} ms (at most ${goal.most})`;
    case 'rate':
      return `${sign}: ${reached.toFixed(0)}/s (at least ${goal.least})`;
    case 'longer':
      return `${sign}: p50 ${reached.toFixed(1)} ms longer than ${reference?.subject ?? ''} (at most ${goal.most})`;
    case 'times':
      return `${sign}: ${reached.toFixed(1)} times as long (at most ${goal.most})`;
  }
}

export const header = row(['line', 'subject', 'per s', 'p50 ms', 'p99 ms', 'cpu µs', 'failed', 'load']);

export function linesFor(result: Result): string[] {
  const { line, product, reference } = result;
  const failure = product.firstFailure ?? reference?.firstFailure ?? null;
  return [
    `${row(cellsOf(line, product))}  ${verdict(result)}`,
    ...(reference ? [row(cellsOf('', reference))] : []),
    ...(failure === null ? [] : [`  first failure: ${failure}`]),
  ];
}

const share = ({ p50, share: part }: HopTime) => `${p50.toFixed(2)} (${Math.round(100 * part)} %)`.padStart(14);

/** Milliseconds, median, and the share of all time. */
export function linesForHops(splits: readonly Split[]): string[] {
  const [first] = splits;
  if (first === undefined) return [];
  const head = [''.padEnd(12), ...first.hops.map(({ hop }) => hop.padStart(14))].join('');
  return [head, ...splits.map(({ line, hops }) => [line.padEnd(12), ...hops.map(share)].join(''))];
}

export function keep(file: string, content: object): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}
