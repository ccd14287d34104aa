import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { getMe } from '@alianza/contracts/membership/people';
import { Client } from '@alianza/testing/faults/client';
import { count } from '@alianza/testing/faults/count';
import { addCount, tries } from '@alianza/testing/faults/fault-table';
import { Gate } from '@alianza/testing/faults/gate';
import { halfWrites, missingBytes, unnamedFiles, untilForgotten } from '@alianza/testing/faults/halves';
import { Ledger } from '@alianza/testing/faults/ledger';
import { openStaffed, sendFile } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { Session } from '@alianza/testing/identity/session';
import { asTitular, type Setting } from '@alianza/testing/setting';
import { setTimeout as pause } from 'node:timers/promises';
import { interrupted, send, wishes, type Interrupted } from './interrupted.js';

let world: Processes;
beforeAll(async () => {
  world = await openProcesses();
}, 240_000);
afterAll(() => world.close(), 60_000);

/** Commands that are under way at the same moment. */
const many = 16;
const minutes = tries(4, 30) * 60_000;

const killAll = (service: ServiceName) => Promise.all(world.placesOf(service).map(({ name }) => world.crash(name)));
const startAll = (service: ServiceName) => Promise.all(world.placesOf(service).map((place) => place.start()));

/** A command sent, and held up at a gate. */
async function heldUp(which: Interrupted, setting: Setting, ledger: Ledger, at: 'before' | 'commit') {
  const { id, wish } = await which.second(setting, world);
  const gate = await Gate.shut(world, which.service, { table: which.table, on: 'update', at });
  const { answers, again } = send(new Client(world.edge, world.people, ledger), [wish]);
  await gate.untilWaiting();
  return { id, gate, answers, again };
}

const versionOf = async ({ service, table }: Interrupted, id: string) =>
  (await world.rows<{ version: number }>(service, `select version from ${table} where id = $1`, [id]))[0]?.version;

/** Signed in by password, through the gateways, in several places. */
const sessionsIn = async (setting: Setting) => {
  const titular = await asTitular(setting);
  return Promise.all(Array.from({ length: 4 }, () => Session.begin(world.origin, titular)));
};
const goOn = async (sessions: readonly Session[]) => {
  for (const { token } of sessions) expect(await world.edge.send(getMe, {}, { token })).toMatchObject({ status: 200 });
};

const nothingWrong = { refused: [], givenUp: [] };

const killed = [interrupted.repository, interrupted.membership].slice(0, tries(1, 2));

describe.each(killed)('F1: $service killed while it carries out commands', (which) => {
  const { service, status } = which;

  it(
    'leaves no half of any, and each is done once when it is asked again under its key',
    async () => {
      const setting = await openStaffed(world);
      const ledger = new Ledger();
      const client = new Client(world.edge, world.people, ledger);
      const kills = tries(2, 20);
      for (let kill = 0; kill < kills; kill++) {
        const all = await wishes(which, world, setting, many);
        const { answers, again } = send(client, all);
        await pause((40 * (kill + Math.random())) / kills); // any point of a command: from just sent to just done
        await killAll(service);
        await untilForgotten(world, service);
        expect(await halfWrites(world, service, setting.network.id)).toEqual([]);
        await startAll(service);
        const first = await answers;
        expect(await again()).toEqual(first);
      }
      ledger.end();
      expect(ledger).toMatchObject(nothingWrong);
      expect(ledger.retries).toBeGreaterThan(0); // somebody was interrupted
      const counted = await count(world, setting, ledger);
      addCount({ fault: 'F1', what: `${service} killed, ${String(many)} commands under way`, tries: kills }, counted);
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
      const { id, gate, answers, again } = await heldUp(which, setting, ledger, at);
      await killAll(service);
      await gate.open();
      await untilForgotten(world, service);
      expect(await versionOf(which, id)).toBe(versionAfter);
      expect(await halfWrites(world, service, setting.network.id)).toEqual([]);
      await startAll(service);
      const [first] = await answers;
      expect(first).toMatchObject({ id, status, version: 2 });
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
      const sessions = await sessionsIn(setting);
      const ledger = new Ledger();
      const kills = tries(2, 20);
      for (let kill = 0; kill < kills; kill++) {
        const client = new Client(world.edge, world.people, ledger);
        const { answers, again } = send(client, await wishes(interrupted.repository, world, setting, many));
        await pause((40 * (kill + Math.random())) / kills);
        const { name } = world.placesOf('gateway')[kill % 2] ?? { name: '' };
        const renewals = sessions.map((session) => session.renew()); // what is not heard is asked again
        await Promise.all([...renewals, pause(10 * Math.random()).then(() => world.crash(name))]);
        const first = await answers;
        await world.place(name).start();
        expect(await again()).toEqual(first);
      }
      ledger.end();
      expect(ledger).toMatchObject(nothingWrong);
      const counted = await count(world, setting, ledger);
      addCount({ fault: 'F2', what: `a gateway killed, ${String(many)} requests under way`, tries: kills }, counted);
      expect(counted).toMatchObject({ lost: [], doubled: [] });
      await goOn(sessions);
    },
    minutes,
  );

  it(
    'both of them: what nobody heard was done once',
    async () => {
      const setting = await openStaffed(world);
      const ledger = new Ledger();
      const sessions = await sessionsIn(setting);
      const { id, gate, answers, again } = await heldUp(interrupted.repository, setting, ledger, 'before');
      const arriving = await Gate.shut(world, 'gateway', { table: 'upload', on: 'insert', at: 'before' });
      const sent = sendFile(new Client(world.edge, world.people, ledger), setting, await asTitular(setting));
      await arriving.untilWaiting();
      const renewed = Promise.all(sessions.map((session) => session.renew()));
      renewed.catch(() => undefined); // told below
      await killAll('gateway');
      for (const each of [gate, arriving]) await each.open();
      await untilForgotten(world, 'gateway');
      expect(await missingBytes(world, setting.network.id)).toEqual([]);
      expect((await unnamedFiles(world)).filter((key) => key.startsWith('staged/'))).toHaveLength(1); // the purge of uploads takes it
      await startAll('gateway');
      await renewed;
      await goOn(sessions);
      const [first] = await answers;
      expect(await sent).toMatchObject({ uploadId: expect.any(String) });
      expect(first).toMatchObject({ id, version: 2 });
      expect(await again()).toEqual([first]);
      expect(ledger.retries).toBeGreaterThan(0);
      expect(await versionOf(interrupted.repository, id)).toBe(2);
    },
    minutes,
  );
});
