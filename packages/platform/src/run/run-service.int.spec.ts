import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { roleGranted } from '@alianza/contracts/membership/people';
import { openNetwork, listNetworkIds } from '@alianza/contracts/membership/networks';
import { draftPractice } from '@alianza/contracts/repository/practices';
import type { Event } from '@alianza/contracts/event';
import { connectTo, mightyDatabase } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { specDurable } from '@alianza/testing/servers';
import { openStand, principalOf, type Stand } from '@alianza/testing/stand';
import { randomUUID } from 'node:crypto';
import { Operation } from '../calls/operation.decorator.js';
import { inNetwork } from '../data/tenancy.js';
import { Consumes } from '../events/consumes.decorator.js';
import { installJobs } from '../jobs/install.js';
import { Jobs } from '../jobs/jobs.js';

const membership = definitionOf('membership');
const network = randomUUID();
const [durable, queue] = [specDurable, `run-spec-${randomUUID()}`];

@Module({})
class Empty {}

@Controller()
class Trespasser {
  @Operation(draftPractice)
  draft(): object {
    return {};
  }
}
@Module({ imports: [membership.module], controllers: [Trespasser] })
class Trespassing {}

@Controller()
class Twice {
  @Operation(listNetworkIds)
  ids(): object {
    return {};
  }
}
@Module({ imports: [membership.module], controllers: [Twice] })
class Doubled {}

/** Work in hand waits here while the service closes. */
let release: () => void = () => undefined;
const gate = new Promise<void>((resolve) => (release = resolve));
const begun: string[] = [];

@Controller()
class Worker {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
  ) {}

  @Consumes(roleGranted, durable)
  async granted(event: Event): Promise<void> {
    begun.push('event');
    await gate;
    await this.jobs.enqueue(this.em, queue, event.id, {});
  }
}
@Module({ imports: [membership.module], controllers: [Worker] })
class Working {}

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
  await installJobs(await mightyDatabase('membership'), 'alianza_membership', [queue]);
}, 60_000);
afterAll(async () => {
  release();
  await stand.close();
});

/** Backends of membership’s role: what a service that did not start must not leave behind. */
const connections = () =>
  rowsOf('membership', `select from pg_stat_activity where usename = 'alianza_membership' and datname = current_database()`);

describe('a service does not start', () => {
  it('as owner, as superuser or as a role that no row-level security binds', async () => {
    const said = 'DATABASE_URL names an owner or a superuser: a service runs as neither';
    await expect(stand.start(membership, { DATABASE_URL: await mightyDatabase('membership') })).rejects.toThrow(said);
    const [role, password] = [`mighty_${randomUUID().slice(0, 8)}`, randomUUID()];
    const address = Object.assign(new URL(await mightyDatabase('membership')), { username: role, password }).toString();
    await rowsOf('membership', `create role ${role} login bypassrls password '${password}'`);
    await rowsOf(
      'membership',
      `grant alianza_membership to ${role}; grant connect on database "${new URL(address).pathname.slice(1)}" to ${role}`,
    );
    try {
      await expect(stand.start(membership, { DATABASE_URL: address })).rejects.toThrow(said);
      await rowsOf(
        'membership',
        `alter role ${role} nobypassrls; create table owned_by_spec (); alter table owned_by_spec owner to ${role}`,
      );
      await expect(stand.start(membership, { DATABASE_URL: address })).rejects.toThrow(said);
    } finally {
      await rowsOf('membership', `drop owned by ${role} cascade; drop role ${role}`);
    }
  });

  it.each([
    ['without a handler', Empty, /^no handler for membership\..*membership\.networks\.open/],
    ['with an operation of another', Trespassing, /^not an operation of membership: repository\.practices\.draft$/],
    ['with two handlers of one operation', Doubled, /^op\.membership\.networks\.ids is declared twice$/],
  ])('%s', async (_what, module, said) => {
    await expect(stand.start({ ...membership, module })).rejects.toThrow(said);
  });

  it('without what must be configured', async () => {
    await expect(stand.start(definitionOf('notifications'), { NATS_URL: undefined, SMTP_URL: undefined })).rejects.toThrow(
      /^configuration: NATS_URL \(\w+\), SMTP_URL \(\w+\)$/,
    );
  });

  it('and then leaves no connection behind', async () => {
    await eventually(async () => (await connections()).length === 0);
  });
});

describe('a service that closes with work in hand', () => {
  it('finishes what it took, within its time, and leaves', async () => {
    const app = await stand.start({ ...membership, module: Working });
    const [em, jobs] = [app.get(EntityManager), app.get(Jobs)];
    const [jobKey, event] = [randomUUID(), { ...roleFact(), id: randomUUID() }];
    const finished: string[] = [];
    await jobs.work<{ key?: string }>(queue, async ({ key }) => {
      if (key !== jobKey) return; // left by an earlier spec of this worker
      begun.push('job');
      await gate;
      finished.push('job');
    });
    await inNetwork(em, { networkId: network }, (tx) => jobs.enqueue(tx, queue, jobKey, { key: jobKey }));
    await eventually(() => begun.includes('job'));
    const { seq } = await jetstream(stand.nats).publish(roleGranted.subject, JSON.stringify(event));
    const { waiting, unlock } = await lockNetworks();
    const code = `red-${randomUUID().slice(0, 8)}`;
    const operator = principalOf('operator', network);
    const opening = stand.call(openNetwork, { ...openNetwork.example.input, code }, { as: operator, timeout: 20_000 });
    await eventually(() => begun.includes('event'));
    await eventually(async () => (await waiting()) > 0);

    const began = performance.now();
    const closing = app.close().then(() => finished.push('closed'));
    const another = () =>
      stand.call(openNetwork, {}, { as: operator, timeout: 500 }).catch((error: unknown) => (error as { code: string }).code);
    await eventually(async () => (await another()) === 'unavailable');
    expect(finished).toEqual([]);
    await unlock();
    release();
    expect(await opening).toMatchObject({ opened: true });
    await closing;
    expect(finished).toEqual(['job', 'closed']);
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(await rowsOf('membership', 'select from inbox where consumer = $1 and event_id = $2', [durable, event.id])).toHaveLength(1);
    expect(await rowsOf('membership', 'select from pgboss.job where singleton_key = $1', [event.id])).toHaveLength(1);
    await eventually(async () => (await connections()).length === 0);
    const streams = await jetstreamManager(stand.nats);
    await streams.streams.deleteMessage('membership', seq);
    await streams.consumers.delete('membership', durable);
  }, 90_000);
});

const roleFact = () => ({
  subject: roleGranted.subject,
  networkId: network,
  aggregateId: randomUUID(),
  aggregateVersion: 1,
  occurredAt: '2026-11-21T09:00:00.123Z',
  actor: { personId: null, organizationId: null, service: 'membership' },
  cause: 'spec',
  data: { personId: randomUUID(), role: 'editor', organizationId: null },
});

/** Holds the table of networks; tells how many wait for it. */
async function lockNetworks(): Promise<{ waiting: () => Promise<number>; unlock: () => Promise<void> }> {
  const orm = await connectTo('membership', 'superuser');
  const em = orm.em.fork();
  await em.begin();
  await em.execute('lock table network');
  // asked from outside: a transaction sees the activity of its first look
  const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  const unlock = async () => {
    await em.rollback();
    await orm.close();
  };
  return { waiting: async () => (await rowsOf('membership', waits)).length, unlock };
}
