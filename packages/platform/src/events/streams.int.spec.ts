import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { ServiceName } from '@alianza/contracts/access';
import type { Event } from '@alianza/contracts/event';
import { deadLetterOperations } from '@alianza/contracts/dead-letters';
import { roleGranted } from '@alianza/contracts/membership/people';
import { milliseconds, retention } from '@alianza/contracts/privacy/retention';
import { shared } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { specDurable } from '@alianza/testing/servers';
import { openStand, principalOf, type Stand } from '@alianza/testing/stand';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inNetwork } from '../data/tenancy.js';
import { consumerRequest } from '../nats/permissions.js';
import { requestConsumer } from '../nats/streams.js';
import { openLog } from '../run/log.js';
import { Consumes } from './consumes.decorator.js';
import type { DeadLetters } from './dead-letters.js';
import { EventsServer } from './events.server.js';
import { record } from './record.js';
import { Relay } from './relay.js';

const membership = definitionOf('membership');
const heard: string[] = [];
/** Work in hand while the service leaves. */
let meanwhile: (event: Event) => Promise<void> = () => Promise.resolve();

@Controller()
class Listener {
  @Consumes(roleGranted, specDurable)
  async granted(event: Event): Promise<void> {
    await meanwhile(event);
    heard.push(event.id);
  }
}
@Module({ imports: [membership.module], controllers: [Listener] })
class ListeningMembership {}
const listening = { ...membership, module: ListeningMembership };

let stand: Stand;
let streams: JetStreamManager;
let logFile: string;
beforeAll(async () => {
  stand = await openStand();
  streams = await jetstreamManager(stand.nats);
  logFile = path.join(mkdtempSync(path.join(shared().dir, 'streams-')), 'log');
}, 60_000);
afterAll(() => stand.close());

const storedIn = async (stream: string) => (await streams.streams.info(stream).catch(() => null))?.state.messages ?? null;
const logged = () => readFileSync(logFile, { encoding: 'utf8', flag: 'a+' });
const factIn = (networkId: string) => ({
  origin: { networkId, actor: { personId: null, organizationId: null, service: 'membership' as const }, cause: 'spec' },
  fact: { aggregateId: randomUUID(), aggregateVersion: 1, data: { personId: randomUUID(), role: 'editor' as const, organizationId: null } },
});
const tell = (em: EntityManager, networkId: string = randomUUID()) =>
  inNetwork(em, { networkId }, async (tx) => {
    const { origin, fact } = factIn(networkId);
    const id = record(tx, origin, roleGranted, fact);
    await tx.flush();
    return id;
  });

describe('a service that consumes what nobody tells yet', () => {
  it('starts, makes no stream of another, says what it waits for, and hears it once its owner is there', async () => {
    const audit = await stand.start(definitionOf('audit'), { LOG_LEVEL: 'warn', LOG_FILE: logFile });
    expect([await storedIn('audit'), await storedIn('membership')]).toEqual([0, null]);
    const { list } = deadLetterOperations.audit;
    expect(await stand.call(list, {}, { as: principalOf('operator', randomUUID()) })).toMatchObject({ items: [], taken: [] });
    await eventually(() => logged().includes('its owner has to make it'));
    expect(logged()).toContain('"consumer":"audit-membership","stream":"membership"');

    const owner = await stand.start(membership);
    const id = await tell(owner.get(EntityManager));
    await eventually(async () => (await rowsOf('audit', 'select from inbox where event_id = $1', [id])).length === 1);
    await owner.close();
    await audit.close();
  }, 30_000);
});

describe('a service whose consumer nobody makes', () => {
  it('leaves sooner than it gives up asking for it', async () => {
    const name = 'spec' as ServiceName; // whom the keeper does not answer
    const asked = Promise.withResolvers<undefined>();
    const hearing = stand.nats.subscribe(consumerRequest(name), { callback: () => asked.resolve(undefined) });
    const letters = { learn: () => undefined } as Partial<DeadLetters> as DeadLetters;
    const server = new EventsServer(stand.nats, letters, openLog(name, 'silent'), { name });
    const starting = server.consume(
      { durable: 'spec-audit', stream: 'audit', filter: 'ev.audit.>', batch: 1 },
      () => Promise.resolve() as never,
    );
    await asked.promise;
    const givenUp = requestConsumer(stand.nats, name, 'spec-audit').then(
      () => 'answered',
      () => 'given up',
    );
    const left = Promise.all([server.close(), starting]).then(() => 'left');
    expect(await Promise.race([left, givenUp])).toBe('left');
    expect(await givenUp).toBe('given up');
    hearing.unsubscribe();
  });
});

describe('a stream that is there', () => {
  it('forgets with the outbox, also one that was made to keep everything', async () => {
    await streams.streams.add({ name: 'repository', subjects: ['ev.repository.>'] });
    expect((await streams.streams.info('repository')).config.max_age).toBe(0);
    const owner = await stand.start(definitionOf('repository'));
    const kept = milliseconds(retention.toldDays);
    await eventually(async () => (await streams.streams.info('repository')).config.max_age / 1e6 === kept);
    expect(retention.toldDays).toBeLessThan(retention.heardDays);
    await owner.close();
  }, 30_000);
});

describe('a stream that cannot be brought up to date', () => {
  it('stays as it is, and facts are told all the same', async () => {
    const first = await stand.start(listening);
    await first.close();
    const app = await stand.start(listening, { LOG_LEVEL: 'warn', LOG_FILE: logFile, NATS_REPLICAS: '3' }); // of one server
    const id = await tell(app.get(EntityManager));
    await eventually(() => heard.includes(id));
    await eventually(() => logged().includes('the stream stays as it is'));
    await app.close();
  }, 30_000);
});

describe('a stream that is lost', () => {
  it('is made again by its owner, told what the outbox keeps, and heard without a second effect', async () => {
    const app = await stand.start(listening, { LOG_LEVEL: 'warn', LOG_FILE: logFile });
    const em = app.get(EntityManager);
    const told = [await tell(em), await tell(em), await tell(em)];
    await eventually(() => told.every((id) => heard.includes(id)));
    const kept = (await rowsOf('membership', 'select from outbox')).length;
    await streams.streams.delete('membership');
    const last = await tell(em); // nobody takes it, so the relay looks
    await eventually(() => heard.includes(last));
    expect(await storedIn('membership')).toBe(kept + 1);
    await eventually(async () => (await streams.consumers.info('membership', specDurable)).num_pending === 0);
    for (const id of [...told, last]) expect(heard.filter((each) => each === id)).toHaveLength(1);
    expect(await rowsOf('membership', 'select from outbox where published_at is null')).toEqual([]);
    expect(logged()).toContain('the stream was lost');
    await app.close();
  }, 30_000);

  it('does not matter to who starts after: what it kept is told before anything new', async () => {
    await streams.streams.delete('membership');
    const kept = (await rowsOf('membership', 'select from outbox')).length;
    const app = await stand.start(listening);
    await eventually(async () => (await storedIn('membership')) === kept);
    await app.close();
  }, 30_000);
});

describe('a consumer that is lost', () => {
  it('is made again, and skips what it has done', async () => {
    const app = await stand.start(listening);
    const before = heard.length;
    await streams.consumers.delete('membership', specDurable);
    const id = await tell(app.get(EntityManager));
    await eventually(() => heard.includes(id));
    await eventually(async () => (await streams.consumers.info('membership', specDurable)).num_pending === 0);
    expect(heard.length - before).toBe(1);
    await app.close();
  }, 30_000);
});

describe('a relay', () => {
  it('heals where something came in between, and loses and swaps nothing', async () => {
    const app = await stand.start(listening);
    const em = app.get(EntityManager);
    const relay = app.get(Relay);
    const networkId = randomUUID();
    const first = await tell(em, networkId);
    await eventually(() => heard.includes(first));
    await relay.finish();
    await jetstream(stand.nats).publish(roleGranted.subject, '{}'); // between the first and whatever follows
    await rowsOf('membership', `update outbox set published_at = null where event->>'networkId' = $1`, [networkId]);
    const second = await tell(em, networkId);
    await app.close();
    const again = await stand.start(listening);
    await eventually(() => heard.includes(second));
    expect(heard.filter((id) => id === first)).toHaveLength(1);
    await again.close();
  }, 30_000);

  it('goes on until the last handler is done: what is recorded while a service leaves is told by itself', async () => {
    const app = await stand.start(listening);
    const em = app.get(EntityManager);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let late = '';
    let begun = false;
    meanwhile = async () => {
      begun = true;
      await gate;
      meanwhile = () => Promise.resolve();
      late = await tell(em);
    };
    await tell(em);
    await eventually(() => begun);
    const closing = app.close();
    await eventually(
      async () =>
        (await stand.send(deadLetterOperations.membership.list, {}, { as: principalOf('operator', randomUUID()) }).catch(() => null)) ===
        null,
    );
    open();
    await closing;
    expect(await rowsOf('membership', `select published_at is not null as told from outbox where event->>'id' = $1`, [late])).toEqual([
      { told: true },
    ]);
  }, 30_000);
});
