import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { getMe } from '@alianza/contracts/membership/people';
import { draftPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { completeContent, drafted } from '@alianza/testing/builders/practices';
import { Client, type Wish } from '@alianza/testing/faults/client';
import { count } from '@alianza/testing/faults/count';
import { addCount, tries } from '@alianza/testing/faults/fault-table';
import { Gate } from '@alianza/testing/faults/gate';
import { halfWrites, untilForgotten } from '@alianza/testing/faults/halves';
import { Ledger } from '@alianza/testing/faults/ledger';
import { openStaffed } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { asTitular, type Setting } from '@alianza/testing/setting';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

let world: Processes;
beforeAll(async () => {
  world = await openProcesses();
}, 240_000);
afterAll(() => world.close(), 60_000);

/** Commands that are under way at the same moment. */
const many = 16;
const minutes = tries(4, 30) * 60_000;

async function wishes(setting: Setting): Promise<Wish[]> {
  const titular = await asTitular(setting);
  const practices = await Promise.all(Array.from({ length: many / 2 }, () => drafted(setting)));
  return practices.flatMap(({ id, version }) => [
    { operation: draftPractice, input: { content: completeContent() }, asked: titular },
    { operation: submitPractice, input: { id, terms: 1 }, asked: { ...titular, version } },
  ]);
}

const killAll = (service: ServiceName) => Promise.all(world.placesOf(service).map(({ name }) => world.crash(name)));
const startAll = (service: ServiceName) => Promise.all(world.placesOf(service).map((place) => place.start()));

/** Sends them all, each under a key of its own; asked again with the same keys, they answer what they answered first. */
async function send(client: Client, all: readonly Wish[]) {
  const keyed = all.map((wish) => ({ wish, key: randomUUID() }));
  const ask = () => Promise.all(keyed.map(({ wish, key }) => client.write<EditablePractice>(wish, key)));
  const answers = ask();
  return { answers, again: ask };
}

/** A command sent, and held up at a gate. */
async function heldUp(setting: Setting, ledger: Ledger, at: 'before' | 'commit') {
  const practice = await drafted(setting);
  const gate = await Gate.shut(world, 'repository', { table: 'practice', on: 'update', at });
  const client = new Client(world.edge, world.people, ledger);
  const asked = { ...(await asTitular(setting)), version: practice.version };
  const { answers, again } = await send(client, [{ operation: submitPractice, input: { id: practice.id, terms: 1 }, asked }]);
  await gate.untilWaiting();
  return { practice, gate, answers, again };
}

const versionOf = async ({ id }: { id: string }) =>
  (await world.rows<{ version: number }>('repository', 'select version from practice where id = $1', [id]))[0]?.version;

const nothingWrong = { refused: [], givenUp: [] };

describe('F1: a service killed while it carries out commands', () => {
  it(
    'leaves no half of any, and each is done once when it is asked again under its key',
    async () => {
      const setting = await openStaffed(world);
      const ledger = new Ledger();
      const client = new Client(world.edge, world.people, ledger);
      const kills = tries(2, 20);
      for (let kill = 0; kill < kills; kill++) {
        const all = await wishes(setting);
        const { answers, again } = await send(client, all);
        await pause((40 * (kill + Math.random())) / kills); // any point of a command: from just sent to just done
        await killAll('repository');
        await untilForgotten(world, 'repository');
        expect(await halfWrites(world, setting.network.id)).toEqual([]);
        await startAll('repository');
        const first = await answers;
        expect(await again()).toEqual(first);
      }
      ledger.end();
      expect(ledger).toMatchObject(nothingWrong);
      expect(ledger.retries).toBeGreaterThan(0); // somebody was interrupted
      const counted = await count(world, setting, ledger);
      addCount({ fault: 'F1', what: `a service killed, ${String(many)} commands under way`, tries: kills }, counted);
      expect(counted).toMatchObject({ lost: [], doubled: [] });
    },
    minutes,
  );

  it.each([
    ['before its row is written', 'before', 1],
    ['while it commits', 'commit', 2],
  ] as const)(
    'at exactly the point %s: all or nothing',
    async (_when, at, versionAfter) => {
      const setting = await openStaffed(world);
      const ledger = new Ledger();
      const { practice, gate, answers, again } = await heldUp(setting, ledger, at);
      await killAll('repository');
      await gate.open();
      await untilForgotten(world, 'repository');
      expect(await versionOf(practice)).toBe(versionAfter);
      expect(await halfWrites(world, setting.network.id)).toEqual([]);
      await startAll('repository');
      const [first] = await answers;
      expect(first).toMatchObject({ id: practice.id, status: 'submitted', version: 2 });
      expect(await again()).toEqual([first]);
      ledger.end();
      expect(ledger).toMatchObject(nothingWrong);
      expect(await count(world, setting, ledger)).toMatchObject({ lost: [], doubled: [] });
    },
    minutes,
  );
});

describe('F2: the gateway killed in the middle of requests', () => {
  it(
    'asking again is safe, and who was signed in still is',
    async () => {
      const setting = await openStaffed(world);
      const ledger = new Ledger();
      const kills = tries(2, 20);
      for (let kill = 0; kill < kills; kill++) {
        const client = new Client(world.edge, world.people, ledger);
        const { answers, again } = await send(client, await wishes(setting));
        await pause((40 * (kill + Math.random())) / kills);
        const { name } = world.placesOf('gateway')[kill % 2] ?? { name: '' };
        await world.crash(name);
        const first = await answers;
        await world.place(name).start();
        expect(await again()).toEqual(first);
      }
      ledger.end();
      expect(ledger).toMatchObject(nothingWrong);
      const counted = await count(world, setting, ledger);
      addCount({ fault: 'F2', what: `a gateway killed, ${String(many)} requests under way`, tries: kills }, counted);
      expect(counted).toMatchObject({ lost: [], doubled: [] });
      expect(await world.edge.send(getMe, {}, await asTitular(setting))).toMatchObject({ status: 200 });
    },
    minutes,
  );

  it(
    'both of them: what nobody heard was done once',
    async () => {
      const setting = await openStaffed(world);
      const ledger = new Ledger();
      const { practice, gate, answers, again } = await heldUp(setting, ledger, 'before');
      await killAll('gateway');
      await gate.open();
      await startAll('gateway');
      const [first] = await answers;
      expect(first).toMatchObject({ id: practice.id, version: 2 });
      expect(await again()).toEqual([first]);
      expect(ledger.retries).toBeGreaterThan(0);
      expect(await versionOf(practice)).toBe(2);
    },
    minutes,
  );
});
