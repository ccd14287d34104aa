import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { connectNats } from '@alianza/platform/nats/connection';
import { hasStream, managerOf, requestStream } from '@alianza/platform/nats/streams';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { definitions } from '../../services.js';
import { temporaryFolder, type TemporaryFolder } from '../spec-support.js';
import { grantsOf, newNatsAccount } from './account.js';
import { startNatsCluster, type NatsCluster, type NatsNode } from './cluster.js';

let folder: TemporaryFolder;
let cluster: NatsCluster;
let nats: NatsConnection;
const account = newNatsAccount('alianza', grantsOf(definitions));

beforeAll(async () => {
  folder = temporaryFolder();
  cluster = await startNatsCluster(folder.path, { account });
  nats = await connectNats({ NATS_URL: cluster.url, NATS_NKEY_SEED: account.seeds.audit }, 'audit');
}, 180_000);
afterAll(async () => {
  await nats.close();
  await cluster.stop();
  folder.remove();
}, 30_000);

/** As soon as somebody leads it: until then nobody answers. */
const info = () => eventually(async () => (await managerOf(nats)).streams.info('audit').catch(() => null), 30_000);
const tell = () => jetstream(nats).publish(['ev', 'audit', 'noun', 'done', 'v1'].join('.'), '{}');
const leader = async (): Promise<NatsNode> => {
  const name = await eventually(async () => (await info()).cluster?.leader, 30_000);
  const node = cluster.nodes.find((each) => each.name === name);
  if (!node) throw new Error('nobody leads the stream');
  return node;
};

it('keeps a stream on as many servers as it is asked for, and on more once it is asked for more', async () => {
  await requestStream(nats, 'audit', 1);
  expect((await info()).config.num_replicas).toBe(1);
  await requestStream(nats, 'audit', 3);
  expect((await info()).config.num_replicas).toBe(3);
  await eventually(async () => (await info()).cluster?.replicas?.length === 2, 20_000);
  expect(await hasStream(nats, 'audit')).toBe(true);
}, 90_000);

it.each(['stop', 'kill'] as const)(
  'goes on without one of them, the leader: %s',
  async (how) => {
    await eventually(() => tell().catch(() => null), 30_000);
    const before = (await info()).state.messages;
    const lost = await leader();
    await lost[how]();
    await eventually(() => lost.running === null);
    await eventually(() => tell().catch(() => null), 30_000);
    expect((await info()).state.messages).toBeGreaterThan(before);
    await lost.start();
    await eventually(async () => (await info()).cluster?.replicas?.every(({ current }) => current) === true, 30_000);
  },
  150_000,
);

it('asks another server where its own is frozen', async () => {
  const own = cluster.nodes.find(({ address }) => address.endsWith(`:${nats.getServer().split(':')[1]}`));
  if (!own) throw new Error(`connected to none of them: ${nats.getServer()}`);
  own.freeze();
  try {
    await eventually(async () => !own.address.endsWith(nats.getServer()) && (await tell().catch(() => null)), 40_000);
  } finally {
    own.thaw();
  }
}, 60_000);
