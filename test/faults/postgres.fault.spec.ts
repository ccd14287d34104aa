import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { draftPractice, listOwnPractices } from '@alianza/contracts/repository/practices';
import { searchPractices } from '@alianza/contracts/repository/search';
import { completeContent } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { count } from '@alianza/testing/faults/count';
import { addCount, addRow, bound, tries } from '@alianza/testing/faults/fault-table';
import { Load } from '@alianza/testing/faults/load';
import { PostgresOutage } from '@alianza/testing/faults/postgres-outage';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import type { Person } from '@alianza/testing/people';
import { asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { randomUUID } from 'node:crypto';
import { median } from '../load/measure.js';

let world: Processes;
let postgres: PostgresOutage;
let setting: Setting;
let other: Setting;

beforeAll(async () => {
  world = await openProcesses();
  postgres = new PostgresOutage(world);
  [setting, other] = [await openSetting(world), await openSetting(world)];
}, 240_000);
afterAll(async () => {
  await postgres.close();
  await world.close();
}, 60_000);

const draft = (title: string) => ({ content: completeContent({ title: { original: 'es', es: title } }) });
const draftIn = async ({ network }: Setting, who: Person, title: string) =>
  world.edge.send(draftPractice, draft(title), { ...who, network: network.code, once: true });
const search = (q: string) => world.edge.send(searchPractices, { q }, { network: setting.network.code, once: true });

/** Reads the own practices of two organisations of two networks side by side, as often as it can; tells of any that is another's. */
function watchIsolation() {
  const strays: string[] = [];
  const own = [0, 0];
  let stopping = false;
  const look = async (side: 0 | 1, mine: Setting) => {
    const isOwn = (title: string) => title.includes(mine.network.code);
    const who = await asTitular(mine);
    while (!stopping) {
      const answered = await world.edge
        .send<{ items?: { title: string }[] }>(
          listOwnPractices,
          { status: 'draft' },
          { ...who, signal: AbortSignal.timeout(8000), once: true },
        )
        .catch(() => null);
      const titles = answered?.status === 200 ? (answered.body.items ?? []).map(({ title }) => title) : [];
      strays.push(...titles.filter((title) => !isOwn(title) && !(mine === setting && title.startsWith('Relevos')))); // the load's
      if (titles.some(isOwn)) own[side] = (own[side] ?? 0) + 1;
    }
  };
  const looking = Promise.all([look(0, setting), look(1, other)]);
  return {
    /** Until both have read what is their own, since now: who reads nothing sees nothing that is another's either. */
    untilBothRead: async () => {
      const before = [...own];
      await eventually(() => own.every((reads, side) => reads > (before[side] ?? 0)), 40_000);
    },
    stop: async () => {
      stopping = true;
      await looking;
      return strays;
    },
  };
}

it('F11: left at once under load, PostgreSQL keeps every acknowledged write, and no network sees another', async () => {
  for (const each of [setting, other]) await draftIn(each, await asTitular(each), `Solo de ${each.network.code}`);
  const [isolation, load] = [watchIsolation(), await Load.start(setting)];
  const reconnected: number[] = [];
  for (let turn = 0; turn < tries(1, 10); turn++) {
    const target = load.acknowledged + 15;
    await eventually(() => load.acknowledged > target, 30_000);
    await postgres.takeAway('SIGQUIT');
    await postgres.giveBack();
    const [back, before] = [performance.now(), load.acknowledged];
    await eventually(() => load.acknowledged > before, 40_000);
    reconnected.push(performance.now() - back);
    await isolation.untilBothRead();
  }
  const ledger = await load.stop();
  const counted = await count(world, setting, ledger);
  addCount({ fault: 'F11', what: 'PostgreSQL left at once under load', tries: reconnected.length }, counted);
  expect(await isolation.stop()).toEqual([]);
  expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
  expect(Math.max(...reconnected)).toBeLessThan(bound(20_000, 10_000));
}, 300_000);

it('F12: while PostgreSQL is down everything answers with a problem, lives and stays; then goes on by itself', async () => {
  const [before, who] = [world.pids(), await asTitular(setting)];
  await postgres.takeAway('SIGINT');
  const end = performance.now() + tries(4000, 60_000);
  let refused = 0;
  for (; performance.now() < end; refused += 2) {
    const answers = await Promise.all([draftIn(setting, who, 'No se guarda'), search(`nada${String(performance.now())}`)]);
    for (const { status, headers, body } of answers)
      expect([status, headers.get('content-type'), body]).toEqual([
        503,
        expect.stringContaining('application/problem+json'),
        expect.objectContaining({ code: 'unavailable' }),
      ]);
    expect(await world.allLive()).toBe(true);
  }
  expect(world.pids()).toEqual(before);
  await postgres.giveBack();
  const [input, asked] = [draft('Se guarda'), { ...who, key: randomUUID(), once: true }];
  await eventually(async () => (await world.edge.send(draftPractice, input, asked)).status === 200, 30_000);
  const kept = await world.rows<{ title: string }>('repository', `select title from practice where title in ('No se guarda', 'Se guarda')`);
  const saved = kept.filter(({ title }) => title === 'Se guarda').length;
  const counted = { acknowledged: 1, lost: Math.max(0, 1 - saved), doubled: kept.length - Math.min(1, saved) };
  addRow({ fault: 'F12', what: 'PostgreSQL down', tries: refused, ...counted, gap: null });
  expect(kept.map(({ title }) => title)).toEqual(['Se guarda']);
  expect(world.pids()).toEqual(before);
}, 300_000);

it('F13: a PostgreSQL that hangs keeps nobody waiting beyond the deadline, nor the processes from living; then all is done once', async () => {
  const [before, who, load] = [world.pids(), await asTitular(setting), await Load.start(setting)];
  await eventually(() => load.acknowledged > 15, 60_000);
  postgres.freeze();
  const took: Record<'draft' | 'search', number[]> = { draft: [], search: [] };
  const ask = async (kind: keyof typeof took, asked: Promise<{ status: number }>) => {
    const began = performance.now();
    const { status } = await asked;
    took[kind].push(performance.now() - began);
    return status;
  };
  for (let round = 0; round < tries(3, 6); round++) {
    const waiting = Array.from({ length: 6 }, (_none, turn) => {
      const name = `Colgada ${String(round)} ${String(turn)}`;
      return [ask('draft', draftIn(setting, who, name)), ask('search', search(name))];
    }).flat();
    expect(await world.allLive()).toBe(true);
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([503]));
    expect(await world.allLive()).toBe(true);
  }
  for (const times of Object.values(took)) {
    expect(Math.max(...times)).toBeLessThan(bound(20_000, 6500));
    expect(median(times)).toBeLessThan(6500);
  }
  const hung = load.acknowledged;
  postgres.thaw();
  await eventually(() => load.acknowledged > hung, 40_000);
  const ledger = await load.stop();
  const counted = await count(world, setting, ledger);
  addCount({ fault: 'F13', what: 'PostgreSQL hangs under load', tries: 1 }, counted);
  expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
  expect(ledger.retries).toBeGreaterThan(0); // somebody was kept waiting
  expect(world.pids()).toEqual(before);
}, 300_000);
