import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import type { MikroORM } from '@mikro-orm/postgresql';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { Event } from '@alianza/contracts/event';
import { openNetwork } from '@alianza/contracts/membership/networks';
import { resolvePrincipals } from '@alianza/contracts/membership/principals';
import { roleGranted } from '@alianza/contracts/membership/people';
import { connectTo } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { specDurable } from '@alianza/testing/servers';
import { openStand, principalOf, type Stand } from '@alianza/testing/stand';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Origin } from '../calls/call.js';
import { inNetwork } from '../data/tenancy.js';
import { putStream } from '../nats/streams.js';
import { serviceItself } from '../principals/principals.js';
import { Consumes } from './consumes.decorator.js';
import { record } from './record.js';
import { Relay, relayBatch } from './relay.js';

const root = path.resolve(import.meta.dirname, '../../../..');
const membership = definitionOf('membership');
const heard: Event[] = [];

@Controller()
class Listener {
  @Consumes(roleGranted, specDurable)
  granted(event: Event): void {
    heard.push(event);
  }
}
@Module({ imports: [membership.module], controllers: [Listener] })
class ListeningMembership {}

let stand: Stand;
let orm: MikroORM;
let streams: JetStreamManager;
beforeAll(async () => {
  stand = await openStand();
  orm = await connectTo('membership');
  streams = await jetstreamManager(stand.nats);
  await putStream(stand.nats, 'membership');
}, 60_000);
afterAll(async () => {
  await orm.close();
  await streams.consumers.delete('membership', specDurable);
  await stand.close();
});

const originOf = (networkId: string): Origin => ({
  networkId,
  actor: { personId: null, organizationId: null, service: 'membership' },
  cause: 'spec',
});
const granted = () => ({
  aggregateId: randomUUID(),
  aggregateVersion: 1,
  data: { personId: randomUUID(), role: 'editor' as const, organizationId: null },
});

/** Tells facts of a network in one transaction, which then fails where `failing`. */
const tell = (networkId: string, count = 1, failing = false) =>
  inNetwork(orm.em, { networkId }, async (em) => {
    const ids = Array.from({ length: count }, () => record(em, originOf(networkId), roleGranted, granted()));
    await em.flush();
    if (failing) throw new Error('changed my mind');
    return ids;
  });
const rows = (networkId: string, waiting = false) =>
  orm.em
    .fork()
    .execute<{ event: Event }[]>(
      `select event from outbox where event->>'networkId' = ? and (published_at is null or not ?) order by position`,
      [networkId, waiting],
    );
const published = async () => (await streams.streams.info('membership')).state.messages;
const heardOf = (networkId: string) => heard.filter((event) => event.networkId === networkId);

function killedRelay(): Promise<string | null> {
  const args = ['--import', './infra/local/swc-register.mjs', 'packages/testing/src/victims/relay-victim.ts'];
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...stand.environment('membership') },
    stdio: 'ignore',
    timeout: 60_000,
  });
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

describe('the outbox, while no relay runs,', () => {
  it('holds what a transaction told, with nothing that the event does not name', async () => {
    const network = randomUUID();
    const [id] = await inNetwork(orm.em, { networkId: network }, async (em) => {
      const { data, ...fact } = granted();
      const told = record(em, originOf(network), roleGranted, { ...fact, data: { ...data, email: 'a@example.org' } as typeof data });
      await em.flush();
      return [told];
    });
    const [row] = await rows(network);
    expect(row?.event).toMatchObject({ id, subject: roleGranted.subject, networkId: network, cause: 'spec', aggregateVersion: 1 });
    expect(Object.keys(row?.event.data ?? {}).sort()).toEqual(['organizationId', 'personId', 'role']);
  });

  it('holds nothing of a transaction that failed', async () => {
    const network = randomUUID();
    await expect(tell(network, 2, true)).rejects.toThrow('changed my mind');
    expect(await rows(network)).toEqual([]);
  });

  it('refuses a fact that its event does not allow, and the transaction with it', async () => {
    const wrong = inNetwork(orm.em, { networkId: randomUUID() }, async (em) => {
      record(em, originOf(randomUUID()), roleGranted, { ...granted(), data: { personId: 'x', role: 'editor', organizationId: null } });
    });
    await expect(wrong).rejects.toThrow();
  });

  it('is marked only when all of a batch was taken', async () => {
    const network = randomUUID();
    await tell(network, 3);
    let taken = 0;
    await expect(relayBatch(orm.em, () => (++taken === 2 ? Promise.reject(new Error('NATS is away')) : Promise.resolve()))).rejects.toThrow(
      'NATS is away',
    );
    expect(await rows(network, true)).toHaveLength(3);
  });

  it('is carried by one relay at a time', async () => {
    await tell(randomUUID(), 3);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = relayBatch(orm.em, () => gate, 1);
    await eventually(
      async () =>
        (
          await orm.em
            .fork()
            .execute(
              `select from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
            )
        ).length > 0,
    );
    expect(await relayBatch(orm.em, () => Promise.resolve(), 1)).toBe(0);
    open();
    expect(await first).toBe(1);
  });
});

describe('a relay', () => {
  it('is woken by an operation that told something, and by no other', async () => {
    const app = await stand.start(membership);
    const wake = jest.spyOn(app.get(Relay), 'wake');
    const operator = principalOf('operator', randomUUID());
    const resolving = { networkId: null, issuer: 'nobody', subject: 'nobody', actingFor: null, secondFactor: false };
    await stand.call(resolvePrincipals, { asked: [resolving] }, { as: serviceItself('gateway', null) });
    expect(wake).not.toHaveBeenCalled();
    const input = { ...openNetwork.example.input, code: `red-${randomUUID().slice(0, 8)}` };
    await stand.call(openNetwork, input, { as: operator });
    expect(wake).toHaveBeenCalledTimes(1);
    await stand.call(openNetwork, input, { as: operator }); // again changes nothing
    expect(wake).toHaveBeenCalledTimes(1);
    await app.close();
  }, 90_000);
});

describe('a relay that is killed between publishing and marking', () => {
  it('leads to one message and one effect', async () => {
    while ((await relayBatch(orm.em, () => Promise.resolve())) > 0);
    const [network, before] = [randomUUID(), await published()];
    await tell(network);
    expect(await killedRelay()).toBe('SIGKILL');
    expect(await rows(network, true)).toHaveLength(1);
    expect((await published()) - before).toBe(1);

    await stand.start({ ...membership, module: ListeningMembership });
    await eventually(async () => (await rows(network, true)).length === 0);
    await tell(network);
    await eventually(() => heardOf(network).length >= 2);
    expect(heardOf(network)).toHaveLength(2);
    expect((await published()) - before).toBe(2);
  }, 90_000);

  it('is followed by one that keeps the order', async () => {
    const network = randomUUID();
    const told = [...(await tell(network, 40)), ...(await tell(network, 1)), ...(await tell(network, 120))];
    await eventually(() => heardOf(network).length >= told.length);
    expect(heardOf(network).map(({ id }) => id)).toEqual(told);
    expect(heardOf(network)[0]?.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  }, 60_000);
});
