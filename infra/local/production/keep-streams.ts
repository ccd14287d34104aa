import type { Consumption } from '@alianza/platform/events/consumes.decorator';
import { startStreamKeeper } from '@alianza/platform/nats/stream-keeper';
import { baseConfig, readConfig } from '@alianza/platform/run/config';
import { runProcess } from '@alianza/platform/run/run-service';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** What it is given: nothing of the services. */
const keeperConfig = baseConfig.pick({ NATS_URL: true, NATS_NKEY_SEED: true });

const consumptions = () =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'consumptions.js')], { env: {}, encoding: 'utf8' }),
  ) as Consumption[];

await runProcess(async (env) => {
  const keeper = await startStreamKeeper(readConfig(keeperConfig, env), consumptions());
  void keeper.refused.then(({ message }) => {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  });
  return keeper;
});
