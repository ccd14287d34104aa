// A relay of membership that is killed between publishing a batch and marking it.
import { connectNats } from '@alianza/platform/nats/connection';
import { openOrm } from '@alianza/platform/data/dialect';
import { relayBatch, toStream } from '@alianza/platform/events/relay';
import { openLog } from '@alianza/platform/run/log';
import { jetstream } from '@nats-io/jetstream';
import { definitionOf } from '../definitions.js';

const { DATABASE_URL = '', NATS_URL = '', NATS_NKEY_SEED } = process.env;
const { name, orm } = definitionOf('membership');
const { em } = await openOrm(orm, DATABASE_URL, openLog(name, 'silent'), 1);
const publish = toStream(jetstream(await connectNats({ NATS_URL, NATS_NKEY_SEED }, name)));

await relayBatch(em, async (event) => {
  await publish(event);
  process.kill(process.pid, 'SIGKILL');
});
process.exit(1); // there was nothing to publish, so nothing to be killed at
