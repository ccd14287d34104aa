import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Event } from '@alianza/contracts/event';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { managerOf } from '@alianza/platform/nats/streams';
import { completeContent } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { count } from '@alianza/testing/faults/count';
import { addCount, addRow, bound, tries } from '@alianza/testing/faults/fault-table';
import { Load } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { median } from '../load/measure.js';
import { ForgetfulNats, tellers, untilAudited } from './nats-servers.js';

const nats = new ForgetfulNats();
let world: Processes;
let setting: Setting;
beforeAll(async () => {
  world = await openProcesses({ messages: nats.messages });
  setting = await openSetting(world);
}, 240_000);
afterAll(async () => {
  nats.signal('SIGCONT');
  await world.close();
}, 60_000);

/** One write of somebody who does not come back. */
async function write() {
  const began = performance.now();
  const { status } = await world.edge.send(draftPractice, { content: completeContent() }, { ...(await asTitular(setting)), once: true });
  return { status, ms: performance.now() - began };
}

/** In its stream every record's facts stand in the order in which they happened. */
async function expectOrder(service: (typeof tellers)[number]): Promise<void> {
  const { streams } = await managerOf(world.nats);
  const { first_seq, last_seq } = (await streams.info(service)).state;
  const told = new Map<string, number[]>();
  for (let seq = Math.max(1, first_seq); seq <= last_seq; seq++) {
    const message = await streams.getMessage(service, { seq });
    const { aggregateId = '', aggregateVersion = NaN } = message?.json<Partial<Event>>() ?? {};
    told.set(aggregateId, [...(told.get(aggregateId) ?? []), aggregateVersion]);
  }
  for (const versions of told.values()) expect(versions).toEqual(versions.toSorted((a, b) => a - b));
}

/** While NATS is away as `leave` makes it, then back by `comeBack`: nobody restarts anything, nothing is lost. */
async function outage(leave: () => unknown, comeBack: () => unknown, promised: number) {
  const [before, load] = [world.pids(), await Load.start(setting)];
  await eventually(() => load.acknowledged > 15, 60_000);
  await world.longestStall();
  await leave();
  const took: number[] = [];
  const end = performance.now() + tries(4000, 30_000);
  do {
    const { status, ms } = await write();
    took.push(ms);
    expect([status, ms < bound(20_000, promised)]).toEqual([503, true]);
    expect(await world.allLive()).toBe(true);
  } while (took.length < 3 || performance.now() < end);
  expect(median(took)).toBeLessThan(promised);
  await comeBack();
  expect(await world.longestStall()).toBeLessThan(bound(5, 1));
  await untilAudited(world, load.ledger, performance.now());
  const ledger = await load.stop();
  const counted = await count(world, setting, ledger);
  expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
  for (const service of tellers) await expectOrder(service);
  expect(world.pids()).toEqual(before);
  return { counted, refusals: { tries: took.length, gap: Math.max(...took) } };
}

it('F7: while NATS is down writes are refused within 2.5 s; what was recorded is told in order once it is back', async () => {
  const { counted, refusals } = await outage(
    () => nats.leave(),
    () => nats.comeBack(),
    2500,
  );
  addCount({ fault: 'F7', what: 'NATS stopped under load', tries: 1 }, counted);
  addRow({ fault: 'F7', what: '– the slowest refusal meanwhile', acknowledged: 0, lost: 0, doubled: 0, ...refusals });
}, 300_000);

it('F13: a NATS that hangs keeps nobody waiting beyond the deadline, nor the processes from living', async () => {
  const { counted, refusals } = await outage(
    () => nats.signal('SIGSTOP'),
    () => nats.signal('SIGCONT'),
    6500,
  );
  addCount({ fault: 'F13', what: 'NATS hangs under load', tries: 1 }, counted);
  addRow({ fault: 'F13', what: '– the slowest refusal meanwhile', acknowledged: 0, lost: 0, doubled: 0, ...refusals });
}, 300_000);
