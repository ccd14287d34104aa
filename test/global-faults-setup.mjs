import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '../infra/local/swc-register.mjs';
import { endWithRun } from './end-with-run.mjs';

/** A migrated cluster that each spec's world copies, and a table to which each adds its rows. */
export default async function setUp() {
  const { makeTemplate, newFolder } = await import('../packages/testing/src/faults/cluster.ts');
  const { keepTableIn } = await import('../packages/testing/src/faults/fault-table.ts');
  const dir = newFolder('faults');
  globalThis.alianzaFaultTemplate = dir;
  endWithRun(() => rmSync(dir, { recursive: true, force: true }));
  await makeTemplate(dir);
  if (process.env.ALIANZA_FAULT_TABLE !== undefined) return; // test/faults/run.ts prints it
  globalThis.alianzaFaultTable = path.join(dir, 'faults.jsonl');
  writeFileSync(globalThis.alianzaFaultTable, '');
  keepTableIn(globalThis.alianzaFaultTable);
}
