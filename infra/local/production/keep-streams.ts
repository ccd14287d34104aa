import { startStreamKeeper } from '@alianza/platform/nats/stream-keeper';
import { baseConfig, readConfig } from '@alianza/platform/run/config';
import { runProcess } from '@alianza/platform/run/run-service';

/** What it is given: nothing of the services. */
export const keeperConfig = baseConfig.pick({ NATS_URL: true, NATS_NKEY_SEED: true });

await runProcess((env) => startStreamKeeper(readConfig(keeperConfig, env)));
