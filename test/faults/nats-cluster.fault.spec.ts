import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { NatsNode } from '@alianza/local/servers/nats/cluster';
import { managerOf } from '@alianza/platform/nats/streams';
import { eventually } from '@alianza/testing/eventually';
import { count } from '@alianza/testing/faults/count';
import { addCount, bound, tries } from '@alianza/testing/faults/fault-table';
import { Load } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { ThreeNats, untilAudited, untilListening } from './nats-servers.js';

const nats = new ThreeNats();
let world: Processes;
let setting: Setting;
beforeAll(async () => {
  world = await openProcesses({ replicas: tries(1, 2), messages: nats.messages });
}, 240_000);
beforeEach(async () => {
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close(), 60_000);

const longest = bound(45_000, 20_000);
const streamInfo = async () => (await (await managerOf(world.nats)).streams.info('repository')).cluster;

/** Every stream that matters here is on all three again. */
const untilWhole = () =>
  eventually(async () => {
    const cluster = await streamInfo().catch(() => null);
    return cluster?.leader !== undefined && cluster.replicas?.length === 2 && cluster.replicas.every(({ current }) => current);
  }, 60_000);

/** Who leads the stream of the repository, or somebody else. */
async function one(which: 'leader' | 'follower'): Promise<NatsNode> {
  const leader = (await streamInfo())?.leader;
  const found = nats.cluster.nodes.find(({ name }) => (name === leader) === (which === 'leader'));
  if (!found) throw new Error(`no ${which}`);
  return found;
}

async function untilMore(load: Load, more = 15): Promise<void> {
  const target = load.acknowledged + more;
  await eventually(() => load.acknowledged > target, 60_000);
}

const losses = [['the leader', 'leader'] as const, ['a follower', 'follower'] as const];

it.each(losses.slice(0, tries(1, 2)))(
  'F9: three servers that lose %s go on',
  async (what, which) => {
    const [before, turns] = [world.pids(), tries(1, 5)];
    const load = await Load.start(setting);
    const audited: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      await untilMore(load);
      await untilWhole();
      const lost = await one(which);
      await lost.kill();
      audited.push(await untilAudited(world, load.ledger, performance.now()));
      await untilMore(load);
      await lost.start();
    }
    const ledger = await load.stop();
    await untilWhole();
    await untilListening(world);
    const counted = await count(world, setting, ledger);
    addCount({ fault: 'F9', what: `NATS of three loses ${what}`, tries: turns }, counted);
    addCount(
      { fault: 'F9', what: '– until a fact told after that is in the audit', tries: turns },
      { ...counted, gap: Math.max(...audited) },
    );
    expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
    expect(counted.gap).toBeLessThan(longest);
    expect(Math.max(...audited)).toBeLessThan(longest);
    expect(world.pids()).toEqual(before);
  },
  400_000,
);

it('F10: three servers that lose two keep answering while facts wait, and lose none of them', async () => {
  const [before, turns] = [world.pids(), tries(1, 5)];
  const load = await Load.start(setting);
  const waiting = async () => (await world.rows('repository', 'select from outbox where published_at is null')).length;
  for (let turn = 0; turn < turns; turn++) {
    await untilMore(load);
    await untilWhole();
    const [first, second] = nats.cluster.nodes.slice(turn % 2);
    await Promise.all([first?.kill(), second?.kill()]);
    await eventually(async () => (await waiting()) > 15, 60_000);
    await Promise.all([first?.start(), second?.start()]);
    await nats.cluster.untilLed(60_000);
    await untilAudited(world, load.ledger, performance.now());
  }
  const ledger = await load.stop();
  await untilWhole();
  await untilListening(world);
  const counted = await count(world, setting, ledger);
  addCount({ fault: 'F10', what: 'NATS of three loses two', tries: turns }, counted);
  expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
  expect(counted.gap).toBeLessThan(longest);
  expect(await waiting()).toBe(0);
  expect(world.pids()).toEqual(before);
}, 400_000);
