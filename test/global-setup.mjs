import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../infra/local/swc-register.mjs';
import { endWithRun } from './end-with-run.mjs';

const memory = '/dev/shm';
const enough = 6 * 2 ** 30;
/** Before the number of the run's process in the name of its folder. */
const prefix = 'alianza-test-';

/** Memory where there is plenty: the databases of a spec file are two thousand small files, made and removed a hundred times. */
function roomy() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough && process.availableMemory() > enough ? memory : tmpdir();
  } catch {
    return tmpdir(); // not every system has one
  }
}

/** What a run that was killed has left there would hold memory until the machine starts anew. */
async function sweep(place) {
  const { endLeftover, isRunning } = await import('../infra/local/servers/leftover.ts');
  for (const name of readdirSync(place).filter((one) => one.startsWith(prefix))) {
    if (isRunning(Number.parseInt(name.slice(prefix.length), 10), null)) continue;
    const left = path.join(place, name);
    for (const pidFile of ['postgres/postmaster.pid', 'nats/nats.pid']) {
      const file = path.join(left, pidFile);
      await endLeftover(file, path.dirname(file));
    }
    rmSync(left, { recursive: true, force: true });
  }
}

/** One PostgreSQL and one NATS for the whole run; migrated templates that each worker clones. Its browser is unpacked once, before two workers would. */
export default async function setUp({ maxWorkers }, { displayName }) {
  const { startServers } = await import('../packages/testing/src/servers.ts');
  if (['browser', 'keycloak'].includes(displayName.name)) await (await import('../packages/testing/src/browser.ts')).unpackedBrowser();
  const place = roomy();
  if (place === memory) await sweep(place);
  const dir = mkdtempSync(path.join(place, `${prefix}${process.pid}-`));
  chmodSync(dir, 0o755);
  const servers = (globalThis.alianzaServers = startServers(dir, maxWorkers));
  endWithRun(() => servers.stop());
  try {
    await servers.started;
  } catch (error) {
    await servers.stop();
    throw error;
  }
}
