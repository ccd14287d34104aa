// A relay of membership that is killed between publishing a batch and marking it.
import { connectNats, openStream } from '@alianza/platform/nats/connection';
import { openOrm } from '@alianza/platform/data/dialect';
import { relayBatch, toStream } from '@alianza/platform/events/relay';
import { openLog } from '@alianza/platform/run/log';
import { definitionOf } from '../definitions.js';

const { DATABASE_URL = '', NATS_URL = '', NATS_USER, NATS_PASSWORD } = process.env;
const { name, orm } = definitionOf('membership');
const { em } = await openOrm(orm, DATABASE_URL, openLog(name, 'silent'), 1);
const publish = toStream(await openStream(await connectNats({ NATS_URL, NATS_USER, NATS_PASSWORD }, 'victim'), name));

await relayBatch(em, async (event) => {
  await publish(event);
  process.kill(process.pid, 'SIGKILL');
});
process.exit(1); // there was nothing to publish, so nothing to be killed at
