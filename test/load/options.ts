import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

export interface BenchOptions {
  /** Of each run. */
  readonly seconds: number;
  readonly runs: number;
  /** Lines whose name contains it; null for all. */
  readonly only: string | null;
  readonly practices: number;
  readonly networks: number;
  /** Of the one network that is searched; and of the one with ten times as many. */
  readonly corpus: number;
  /** Where the JSON goes. */
  readonly out: string;
  /** Folder for processor profiles of the product; null for none. */
  readonly profile: string | null;
  /** Whether a target that is missed fails the run. */
  readonly judged: boolean;
}

const words = {
  seconds: { type: 'string' },
  runs: { type: 'string' },
  only: { type: 'string' },
  out: { type: 'string' },
  profile: { type: 'string' },
  short: { type: 'boolean', default: false },
} as const;

function count(name: string, given: string | undefined, usual: number): number {
  const value = given === undefined ? usual : Number(given);
  if (!(value > 0)) throw new Error(`--${name} wants a number above 0, not ${String(given)}`);
  return value;
}

/** `--short` shows that every line runs, on little data and without judging its figures. */
export function readBenchOptions(args: readonly string[], now: Date): BenchOptions {
  const { values } = parseArgs({ args: [...args], options: words, strict: true });
  const { short } = values;
  return {
    seconds: count('seconds', values.seconds, short ? 0.25 : 10),
    runs: count('runs', values.runs, short ? 1 : 3),
    only: values.only ?? null,
    practices: short ? 400 : 10_000,
    networks: short ? 4 : 20,
    corpus: short ? 300 : 10_000,
    out: path.resolve(root, values.out ?? `.data/bench/${now.toISOString().replaceAll(':', '-')}.json`),
    profile: values.profile === undefined ? null : path.resolve(root, values.profile),
    judged: !short,
  };
}
