// `npm run test:faults`: every fault with many tries, then the table, which also goes to a file as JSON. `-- postgres chain` takes those whose
// path says so; options go to Jest as they are.
import { keepTableIn, readTable, table, type FaultRow } from '@alianza/testing/faults/fault-table';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidence, evidenceLine } from '../load/evidence.js';
import { faultsElsewhere } from '../runner/one-try.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const kept = path.join(root, '.cache/faults.json');

/** Whoever is missing from the table was not tried. */
const due = [1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25].map((number) => `F${String(number)}`);

const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('-'));
const [wanted, options] = firstOption === -1 ? [words, []] : [words.slice(0, firstOption), words.slice(firstOption)];

function specs(): string[] {
  const own = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.spec.ts'));
  const all = [...own.map((name) => `test/faults/${name}`), ...faultsElsewhere];
  return all.filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
}

/** Runs them one world after the other: what is measured is the fault, not the neighbour. Answers Jest's exit code. */
function run(files: readonly string[]): Promise<number> {
  const projects = ['--selectProjects', 'faults', 'integration', 'disk', 'unit'];
  const args = ['node_modules/jest/bin/jest.js', '--runInBand', '--verbose', ...options, ...projects, '--runTestsByPath', ...files];
  const env = { ...process.env, FAULTS: process.env.FAULTS ?? 'long' };
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1)));
}

/** What was to be tried and left no line. */
function untried(found: readonly FaultRow[]): string[] {
  if (words.length > 0) return [];
  return due.filter((fault) => !found.some((row) => row.fault === fault));
}

// A disk of its own needs a namespace of its own, which not every machine lets its users make.
const hasDisk = spawnSync('unshare', ['-Urm', 'true']).status === 0;
const scratch = mkdtempSync(path.join(tmpdir(), 'alianza-table-'));
const rows = path.join(scratch, 'faults.jsonl');
keepTableIn(rows);
const [began, of] = [performance.now(), evidence()];
const files = specs().filter((file) => hasDisk || !file.endsWith('.disk.spec.ts'));
if (files.length === 0) {
  process.stderr.write(`No fault's spec has ${wanted.join(' or ')} in its path.\n`);
  process.exit(2);
}
const code = await run(files);

const found = readTable(rows);
rmSync(scratch, { recursive: true, force: true });
mkdirSync(path.dirname(kept), { recursive: true });
writeFileSync(kept, `${JSON.stringify({ ...of, rows: found }, null, 1)}\n`);
process.stdout.write(
  `\n${evidenceLine(of)}\n${table(found)}\n\n${((performance.now() - began) / 1000).toFixed(0)} s; kept in ${path.relative(root, kept)}\n`,
);
const missing = untried(found);
if (missing.length > 0) process.stdout.write(`\n!!! Not tried: ${missing.join(', ')}.\n`);
if (!hasDisk) process.stdout.write('\n!!! F17 was not tried: this machine makes no namespaces (unshare -Urm).\n');
process.exit(code !== 0 ? code : missing.some((fault) => hasDisk || fault !== 'F17') ? 1 : 0);
