import { rmSync } from 'node:fs';

export default async function tearDown() {
  if (globalThis.alianzaFaultTable !== undefined) {
    const { readTable, table } = await import('../packages/testing/src/faults/fault-table.ts');
    process.stdout.write(`\n${table(readTable(globalThis.alianzaFaultTable))}\n`);
  }
  rmSync(globalThis.alianzaFaultTemplate, { recursive: true, force: true });
}
