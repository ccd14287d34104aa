// `npm run test:faults`: every fault with many tries, then the table, which also goes to a file as JSON. What follows goes to Jest as it is.
import { keepTableIn, readTable, table } from '@alianza/testing/faults/fault-table';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const kept = path.join(root, '.cache/faults.json');
const scratch = mkdtempSync(path.join(tmpdir(), 'alianza-table-'));
const rows = path.join(scratch, 'faults.jsonl');
keepTableIn(rows);

const began = performance.now();
const jest = ['node_modules/jest/bin/jest.js'];
// One world after the other: what is measured is the fault, not the neighbour.
const args = [
  ...jest,
  '--selectProjects',
  'faults',
  'integration',
  '--testPathPatterns',
  'fault',
  '--runInBand',
  '--verbose',
  ...process.argv.slice(2),
];
const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, FAULTS: process.env.FAULTS ?? 'long' } });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));

const found = readTable(rows);
rmSync(scratch, { recursive: true, force: true });
mkdirSync(path.dirname(kept), { recursive: true });
writeFileSync(kept, `${JSON.stringify(found, null, 1)}\n`);
process.stdout.write(`\n${table(found)}\n\n${((performance.now() - began) / 1000).toFixed(0)} s; kept in ${path.relative(root, kept)}\n`);
process.exit(code);
