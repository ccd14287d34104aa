import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { count } from '@alianza/testing/faults/count';
import { addCount, tries } from '@alianza/testing/faults/fault-table';
import { Load } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { readFileSync } from 'node:fs';

let world: Processes;
let setting: Setting;

beforeAll(async () => {
  world = await openProcesses({ replicas: 1 });
  setting = await openSetting(world);
}, 90_000);
afterAll(() => world.close(), 60_000);

/** Resident memory of a place's process, in MB. */
function memoryOf(name: string): number {
  const status = readFileSync(`/proc/${String(world.place(name).process?.pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** What the consumer's own metrics say has not been heard yet. */
async function lagOf(name: string): Promise<number> {
  const text = await (await fetch(`${world.place(name).process?.healthUrl ?? ''}/metrics`)).text();
  const lines = text.split('\n').filter((line) => /^alianza_consumer_events\{.*state="(?:pending|unacknowledged)"/.test(line));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

const entries = async () =>
  Number((await world.rows<{ n: string }>('audit', 'select count(*) as n from entry where network_id = $1', [setting.network.id]))[0]?.n);

it('F18: a slow consumer falls behind, visibly, in bounded memory and alone; then catches up', async () => {
  const before = memoryOf('audit-1');
  await world.rows(
    'audit',
    `create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.15); return new; end $$`,
  );
  await world.rows('audit', 'create trigger slowly before insert on entry for each row execute function slowly()');
  const load = await Load.start(setting, { clients: 8 });
  const [behind, most] = [tries(30, 2000), tries(90_000, 240_000)];
  await eventually(async () => (await lagOf('audit-1')) > behind, most);
  // Others hear everything meanwhile.
  const notices = () => world.rows('notifications', `select from notice where network_id = $1`, [setting.network.id]);
  const heard = (await notices()).length;
  await eventually(async () => (await notices()).length > heard + 5, 15_000);
  const ledger = await load.stop();
  const [slow, kept] = [memoryOf('audit-1'), await entries()];
  await world.rows('audit', 'drop trigger slowly on entry');
  const counted = await count(world, setting, ledger);
  addCount({ fault: 'F18', what: `audit slow, ${String(behind)} behind`, tries: 1 }, counted);
  expect([counted.lost, counted.doubled, ledger.refused, ledger.givenUp]).toEqual([[], [], [], []]);
  expect(await entries()).toBeGreaterThan(kept);
  expect(await world.rows('audit', 'select from dead_letter')).toEqual([]);
  expect(slow - before).toBeLessThan(120);
}, 400_000);
