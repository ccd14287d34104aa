import type { Consumption } from '@alianza/platform/events/consumes.decorator';
import { startStreamKeeper } from '@alianza/platform/nats/stream-keeper';
import { baseConfig, readConfig } from '@alianza/platform/run/config';
import { runProcess } from '@alianza/platform/run/run-service';
import consumers from './consumers.json' with { type: 'json' };

/** What it is given: nothing of the services, whose code it does not run either. */
const keeperConfig = baseConfig.pick({ NATS_URL: true, NATS_NKEY_SEED: true });

const note = ({ message }: Error) => void process.stderr.write(`${message}\n`);

await runProcess(async (env) => {
  const keeper = await startStreamKeeper(readConfig(keeperConfig, env), { consumptions: consumers as Consumption[], note });
  void keeper.refused.then((error) => {
    note(error);
    process.exit(1);
  });
  return keeper;
});
