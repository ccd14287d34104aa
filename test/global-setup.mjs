import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../infra/local/swc-register.mjs';
import { endWithRun } from './end-with-run.mjs';

/** One PostgreSQL and one NATS for the whole run; migrated templates that each worker clones. Its browser is unpacked once, before two workers would. */
export default async function setUp({ maxWorkers }, { displayName }) {
  const { startServers } = await import('../packages/testing/src/servers.ts');
  if (['browser', 'keycloak'].includes(displayName.name)) await (await import('../packages/testing/src/browser.ts')).unpackedBrowser();
  const dir = mkdtempSync(path.join(tmpdir(), 'alianza-test-'));
  chmodSync(dir, 0o755);
  globalThis.alianzaServers = await startServers(dir, maxWorkers);
  endWithRun(() => globalThis.alianzaServers.stop());
}
