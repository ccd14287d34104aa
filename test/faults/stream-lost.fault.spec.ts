import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { managerOf } from '@alianza/platform/nats/streams';
import { eventually } from '@alianza/testing/eventually';
import { count } from '@alianza/testing/faults/count';
import { addCount, bound, tries } from '@alianza/testing/faults/fault-table';
import { Load } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { openSetting } from '@alianza/testing/setting';
import { ForgetfulNats, tellers, untilAudited, untilListening } from './nats-servers.js';

const nats = new ForgetfulNats();
let world: Processes;
beforeAll(async () => {
  world = await openProcesses({ replicas: tries(1, 2), messages: nats.messages });
}, 240_000);
afterAll(() => world.close(), 60_000);

it('F8: everything JetStream kept is lost under load: owners make their streams again and tell what they keep, with no second effect', async () => {
  const setting = await openSetting(world);
  const [before, turns] = [world.pids(), tries(1, 5)];
  const load = await Load.start(setting);
  const audited: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const target = load.acknowledged + 20;
    await eventually(() => load.acknowledged > target, 60_000);
    await nats.forgetEverything();
    audited.push(await untilAudited(world, load.ledger, performance.now()));
  }
  const ledger = await load.stop();
  await untilListening(world);
  const counted = await count(world, setting, ledger);
  addCount({ fault: 'F8', what: 'JetStream wiped under load', tries: turns }, counted);
  addCount(
    { fault: 'F8', what: '– until a fact told after that is in the audit', tries: turns },
    { ...counted, gap: Math.max(...audited) },
  );
  expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
  expect(Math.max(...audited)).toBeLessThan(bound(45_000, 20_000));
  const { streams } = await managerOf(world.nats);
  for (const service of tellers) {
    const kept = await world.rows(service, 'select from outbox');
    expect([service, (await streams.info(service)).state.messages]).toEqual([service, kept.length]);
    expect([service, await world.rows(service, 'select from dead_letter')]).toEqual([service, []]);
  }
  expect(world.pids()).toEqual(before);
}, 400_000);
