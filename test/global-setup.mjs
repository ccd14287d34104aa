import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import '../infra/local/swc-register.mjs';
import { endWithRun } from './end-with-run.mjs';

const memory = '/dev/shm';
const enough = 6 * 2 ** 30;

/** Memory where there is plenty: the databases of a spec file are two thousand small files, made and removed a hundred times. */
function roomy() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough && freemem() > enough ? memory : tmpdir();
  } catch {
    return tmpdir(); // not every system has one
  }
}

/** One PostgreSQL and one NATS for the whole run; migrated templates that each worker clones. Its browser is unpacked once, before two workers would. */
export default async function setUp({ maxWorkers }, { displayName }) {
  const { startServers } = await import('../packages/testing/src/servers.ts');
  if (['browser', 'keycloak'].includes(displayName.name)) await (await import('../packages/testing/src/browser.ts')).unpackedBrowser();
  const dir = mkdtempSync(path.join(roomy(), 'alianza-test-'));
  chmodSync(dir, 0o755);
  globalThis.alianzaServers = await startServers(dir, maxWorkers);
  endWithRun(() => globalThis.alianzaServers.stop());
}
