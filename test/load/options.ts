import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

/** What `--only` may name. */
export const lineNames = [
  ...['slug-kept', 'slug-plain', 'list-plain', 'signed-in', 'list-latency', 'page-latency', 'command', 'principal-read', 'principal-write'],
  ...['search-rate', 'search-latency', 'members-table', 'search-scale', 'search-scale-few', 'search-rebuild', 'public-pages'],
];

export interface BenchOptions {
  /** Of each run. */
  readonly seconds: number;
  readonly runs: number;
  /** Lines whose name contains one of these; null for all. */
  readonly only: readonly string[] | null;
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

function lines(given: string): readonly string[] {
  const parts = given.split(',').map((part) => part.trim());
  const unknown = parts.filter((part) => part === '' || !lineNames.some((name) => name.includes(part)));
  if (unknown.length > 0)
    throw new Error(`--only wants names, or parts of them, of ${lineNames.join(', ')}; not "${unknown.join('", "')}"`);
  return parts;
}

export const isWanted = ({ only }: Pick<BenchOptions, 'only'>, line: string): boolean =>
  only === null || only.some((part) => line.includes(part));

/** `--short` shows that every line runs, on little data and without judging its figures. */
export function readBenchOptions(args: readonly string[], now: Date): BenchOptions {
  const { values } = parseArgs({ args: [...args], options: words, strict: true });
  const { short } = values;
  return {
    seconds: count('seconds', values.seconds, short ? 0.25 : 10),
    runs: count('runs', values.runs, short ? 1 : 3),
    only: values.only === undefined ? null : lines(values.only),
    practices: short ? 400 : 10_000,
    networks: short ? 4 : 20,
    corpus: short ? 300 : 10_000,
    out: path.resolve(root, values.out ?? `.data/bench/${now.toISOString().replaceAll(':', '-')}.json`),
    profile: values.profile === undefined ? null : path.resolve(root, values.profile),
    judged: !short,
  };
}
