import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Place } from '@alianza/local/processes/fleet';
import { eventually } from '@alianza/testing/eventually';
import { count } from '@alianza/testing/faults/count';
import { addCount, addRow, bound, tries } from '@alianza/testing/faults/fault-table';
import { Load } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { readFileSync } from 'node:fs';

let world: Processes;
let setting: Setting;

beforeAll(async () => {
  world = await openProcesses({ replicas: tries(1, 2) });
  setting = await openSetting(world);
}, 240_000);
afterAll(() => world.close(), 60_000);

const replicas = () => world.placesOf('audit');
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Resident memory of all its replicas, in MB. */
const memory = () =>
  sum(
    replicas().map(({ process }) => {
      const status = readFileSync(`/proc/${String(process?.pid)}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    }),
  );

/** What a replica's metrics say has not been heard yet. They share their consumers, so that each tells of all of it. */
async function lagOf({ process }: Place): Promise<number> {
  const text = await (await fetch(`${process?.healthUrl ?? ''}/metrics`)).text();
  const lines = text.split('\n').filter((line) => /^alianza_consumer_events\{.*state="(?:pending|unacknowledged)"/.test(line));
  return sum(lines.map((line) => Number(line.split(' ').at(-1))));
}
const seenByAll = async () => Math.min(...(await Promise.all(replicas().map(lagOf))));

const entries = async () =>
  Number((await world.rows<{ n: string }>('audit', 'select count(*) as n from entry where network_id = $1', [setting.network.id]))[0]?.n);

it('F18: a slow consumer falls behind, visibly, in bounded memory and alone; then catches up', async () => {
  expect(replicas()).toHaveLength(tries(1, 2));
  const before = memory();
  await world.rows(
    'audit',
    `create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.15); return new; end $$`,
  );
  await world.rows('audit', 'create trigger slowly before insert on entry for each row execute function slowly()');
  const load = await Load.start(setting, { clients: 8 });
  const [behind, most] = [tries(30, 2000), tries(90_000, 240_000)];
  await eventually(async () => (await seenByAll()) > behind, most);
  // Others hear everything meanwhile.
  const notices = () => world.rows('notifications', `select from notice where network_id = $1`, [setting.network.id]);
  const heard = (await notices()).length;
  await eventually(async () => (await notices()).length > heard + 5, 15_000);
  const ledger = await load.stop();
  const [slow, kept] = [memory(), await entries()];
  await world.rows('audit', 'drop trigger slowly on entry');
  const counted = await count(world, setting, ledger);
  addCount({ fault: 'F18', what: `audit slow, ${String(behind)} behind`, tries: 1 }, counted);
  expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
  // Whoever was not answered within the client's patience is among the failures, not the answers.
  expect([...ledger.failures.keys()].filter((what) => what.endsWith('TimeoutError'))).toEqual([]);
  expect(ledger.longestAnswer).toBeLessThan(bound(10_000, 3000));
  const others = { tries: ledger.acknowledged.length + ledger.reads, gap: ledger.longestAnswer };
  addRow({ fault: 'F18', what: '– the longest answer of the others meanwhile', acknowledged: 0, lost: 0, doubled: 0, ...others });
  expect(await entries()).toBeGreaterThan(kept);
  expect(await world.rows('audit', 'select from dead_letter')).toEqual([]);
  expect(slow - before).toBeLessThan(200);
}, 400_000);
