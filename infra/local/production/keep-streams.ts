import { startStreamKeeper } from '@alianza/platform/nats/stream-keeper';
import { baseConfig, readConfig } from '@alianza/platform/run/config';
import { runProcess } from '@alianza/platform/run/run-service';

/** What it is given: nothing of the services. */
export const keeperConfig = baseConfig.pick({ NATS_URL: true, NATS_NKEY_SEED: true });

await runProcess(async (env) => {
  const keeper = await startStreamKeeper(readConfig(keeperConfig, env));
  void keeper.refused.then(({ message }) => {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  });
  return keeper;
});
