import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { deadLetterOperations } from '@alianza/contracts/dead-letters';
import { applicationAssigned, assignApplication } from '@alianza/contracts/membership/application-desk';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import { disablePerson } from '@alianza/contracts/membership/people';
import { draftPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { assignReview, reviewAssigned } from '@alianza/contracts/repository/reviews';
import { completeContent } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { Client } from '@alianza/testing/faults/client';
import { count } from '@alianza/testing/faults/count';
import { addCount, addRow, tries } from '@alianza/testing/faults/fault-table';
import { Gate } from '@alianza/testing/faults/gate';
import { untilForgotten } from '@alianza/testing/faults/halves';
import { Ledger } from '@alianza/testing/faults/ledger';
import { openStaffed } from '@alianza/testing/faults/load';
import { openProcesses, type Processes } from '@alianza/testing/faults/processes';
import { asReviewer, asTitular, type Setting } from '@alianza/testing/setting';
import { jetstreamManager } from '@nats-io/jetstream';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { deliver, deliverWords, organizationAt } from './facts.js';
import { interrupted, send } from './interrupted.js';
import { expectedOf, hear, hearings, outcomeOf } from './repetition.js';

let world: Processes;
let setting: Setting;
const place = { networkId: randomUUID(), aggregateVersion: 1 };
const poison = organizationAt({ ...place, aggregateId: randomUUID() }, { name: 'Veneno (ficticio)' });
const later = organizationAt({ ...place, aggregateId: randomUUID() });
beforeAll(async () => {
  world = await openProcesses();
  setting = await openStaffed(world);
  // Refused for half a minute until it is put aside; meanwhile other specs run.
  await world.rows('repository', `alter table organization_copy add constraint refuses check (name->>'es' <> 'Veneno (ficticio)')`);
  await deliver(world, [poison]);
  await deliverWords(world, organizationRegistered, 'nothing that could be read');
  await deliver(world, [later]);
}, 240_000);
afterAll(() => world.close(), 60_000);

const minutes = tries(4, 30) * 60_000;
const killAll = (service: ServiceName) => Promise.all(world.placesOf(service).map(({ name }) => world.crash(name)));
const startAll = (service: ServiceName) => Promise.all(world.placesOf(service).map((place) => place.start()));
const clientFor = (ledger: Ledger) => new Client(world.edge, world.people, ledger);

async function draft(client: Client): Promise<EditablePractice> {
  const wish = { operation: draftPractice, input: { content: completeContent() }, asked: await asTitular(setting) };
  const drafted = await client.write<EditablePractice>(wish);
  if (!drafted) throw new Error('the draft was refused');
  return drafted;
}

async function submit(client: Client): Promise<string> {
  const { id, version } = await draft(client);
  await client.write({ operation: submitPractice, input: { id, terms: 1 }, asked: { ...(await asTitular(setting)), version } });
  return id;
}

const handedBack = [applicationAssigned, reviewAssigned].map(({ subject }) => subject);

/** Somebody of the secretariat who has an application and a review. */
async function laden(client: Client) {
  const { id: personId } = await world.people.enrol('secretariat', setting.network, setting.secretariat);
  const { id: applicationId, wish } = await interrupted.membership.second(setting, world);
  await world.edge.call(assignApplication, { id: applicationId, personId }, wish.asked);
  const reviewId = await submit(client);
  await world.edge.call(assignReview, { id: reviewId, personId }, { ...(await asReviewer(setting)), version: 2 });
  return { personId, applicationId, reviewId };
}

async function told(service: ServiceName) {
  const manager = await jetstreamManager(world.nats);
  const [row] = await world.rows<{ facts: number; waiting: number }>(
    service,
    'select count(*)::int as facts, count(*) filter (where published_at is null)::int as waiting from outbox',
  );
  return { ...{ facts: 0, waiting: 0, ...row }, messages: (await manager.streams.info(service)).state.messages };
}

const relays = [interrupted.repository, interrupted.membership];

/** What was killed waits half a minute until it is told again: the waiting is done once, for both. */
const begun: {
  relay?: { ledger: Ledger; kills: number; before: Awaited<ReturnType<typeof told>>[] };
  consumers?: { ledger: Ledger; kills: number };
} = {};

it(
  'F3: a relay killed between publishing and marking leaves facts published that are not marked',
  async () => {
    const ledger = new Ledger();
    const kills = tries(1, 10);
    const before = await Promise.all(relays.map(({ service }) => told(service)));
    for (let kill = 0; kill < kills; kill++) {
      const which = relays[kill % 2] ?? interrupted.repository; // by turns
      const { service } = which;
      const gate = await Gate.shut(world, service, { table: 'outbox', on: 'update', at: 'before' });
      const first = await told(service);
      await send(clientFor(ledger), await Promise.all(Array.from({ length: 8 }, () => which.first(setting)))).answers;
      await gate.untilWaiting();
      await killAll(service);
      await gate.open();
      await untilForgotten(world, service);
      const { waiting, messages } = await told(service);
      expect(waiting).toBe(8);
      expect(messages).toBeGreaterThan(first.messages); // published, and not marked
      await startAll(service);
    }
    ledger.end();
    begun.relay = { ledger, kills, before };
  },
  minutes,
);

describe('F4: a consumer killed after it committed and before it acknowledged', () => {
  /** Consumers that have taken something of a stream and have not said so. */
  const owing = async (stream: ServiceName) => {
    const owed: string[] = [];
    for await (const { name, num_ack_pending } of (await jetstreamManager(world.nats)).consumers.list(stream))
      if (num_ack_pending > 0) owed.push(name);
    return owed.sort();
  };
  const heard = async (service: ServiceName, practiceId: string) =>
    world.rows(service, 'select consumer from inbox where event_id = any($1::uuid[])', [
      (
        await world.rows<{ id: string }>('repository', `select event->>'id' as id from outbox where event->>'aggregateId' = $1`, [
          practiceId,
        ])
      ).map(({ id }) => id),
    ]);

  it(
    'has done its work and owes the acknowledgement; a job was cut short, too',
    async () => {
      const ledger = new Ledger();
      const kills = tries(1, 5);
      for (let kill = 0; kill < kills; kill++) {
        const client = clientFor(ledger);
        const job = await Gate.shut(world, 'notifications', { table: 'mail', on: 'insert', at: 'commit' });
        await submit(client);
        await job.untilWaiting();
        const gates = [
          await Gate.shut(world, 'notifications', { table: 'inbox', on: 'insert', at: 'commit' }),
          await Gate.shut(world, 'audit', { table: 'inbox', on: 'insert', at: 'commit' }),
        ];
        const practiceId = await submit(client);
        await Promise.all(gates.map((gate) => gate.untilWaiting()));
        await Promise.all([killAll('notifications'), killAll('audit')]);
        await Promise.all([job, ...gates].map((gate) => gate.open()));
        await Promise.all([untilForgotten(world, 'notifications'), untilForgotten(world, 'audit')]);
        for (const service of ['notifications', 'audit'] as const) expect((await heard(service, practiceId)).length).toBeGreaterThan(0);
        expect(await owing('repository')).toEqual(['audit-repository', 'notifications-notices-repository']);
        await Promise.all([startAll('notifications'), startAll('audit')]);
      }
      ledger.end();
      begun.consumers = { ledger, kills };
    },
    minutes,
  );

  // It waits until what was interrupted is told again: too long for every day.
  if (tries(0, 1) === 1)
    it(
      'of membership and of the repository: somebody is disabled, and what they had goes back to both queues once',
      async () => {
        const [ledger, kills, hearing] = [new Ledger(), 5, ['membership', 'repository'] as const];
        const given: string[] = [];
        for (let kill = 0; kill < kills; kill++) {
          const { reviewId, applicationId, personId } = await laden(clientFor(ledger));
          // membership hears no fact of its own: it has a job for it
          const gates = await Promise.all([
            Gate.shut(world, 'membership', { table: 'application', on: 'update', at: 'commit' }),
            Gate.shut(world, 'repository', { table: 'inbox', on: 'insert', at: 'commit' }),
          ]);
          const asked = { token: await world.people.operator(), network: setting.network.code };
          await world.edge.call(disablePerson, { id: personId, reason: 'Equipo perdido.' }, asked);
          await Promise.all(gates.map((gate) => gate.untilWaiting()));
          await Promise.all(hearing.map(killAll));
          await Promise.all(gates.map((gate) => gate.open()));
          await Promise.all(hearing.map((service) => untilForgotten(world, service)));
          expect(await owing('membership')).toContain('repository-people-disabled');
          await Promise.all(hearing.map(startAll));
          given.push(applicationId, reviewId);
        }
        ledger.end();
        const counted = await count(world, setting, ledger);
        addCount({ fault: 'F4', what: 'membership and the repository killed so, at a fact of membership', tries: kills * 2 }, counted);
        expect(counted).toMatchObject({ lost: [], doubled: [] });
        const back = `select event->>'aggregateId' as id from outbox where event->>'aggregateId' = any($1) and event->>'subject' = any($2) and event->'data'->>'personId' is null`;
        const told = await Promise.all(hearing.map((service) => world.rows<{ id: string }>(service, back, [given, handedBack])));
        expect(
          told
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(given.sort());
      },
      minutes,
    );
});

it(
  'F3 and F4: what was interrupted was done once, and the stream holds each fact once',
  async () => {
    const { relay, consumers } = begun;
    if (!relay || !consumers) throw new Error('what begins before has failed');
    const one = await count(world, setting, relay.ledger);
    const other = await count(world, setting, consumers.ledger);
    addCount({ fault: 'F3', what: 'the relay killed between publishing and marking', tries: relay.kills }, one);
    addCount({ fault: 'F4', what: 'consumers and a job killed after the commit, before they said so', tries: consumers.kills * 3 }, other);
    for (const counted of [one, other]) expect(counted).toMatchObject({ lost: [], doubled: [] });
    for (const [index, before] of relay.before.entries()) {
      const after = await told(relays[index]?.service ?? 'repository');
      expect(after.messages - before.messages).toBe(after.facts - before.facts);
    }
  },
  minutes,
);

describe('F19: a fact that its consumer cannot take', () => {
  const copyOf = async ({ aggregateId }: { aggregateId: string }) =>
    world.rows('repository', 'select from organization_copy where id = $1', [aggregateId]);
  const letters = async () => {
    const { items } = await world.edge.call<{ items: { consumer: string; subject: string; reason: string }[] }>(
      deadLetterOperations.repository.list,
      {},
      { token: await world.people.operator() },
    );
    return items;
  };
  const retry = async () => world.edge.call(deadLetterOperations.repository.retry, {}, { token: await world.people.operator() });

  it('is put aside with its reason, and later ones flowed meanwhile', async () => {
    const found = await eventually(async () => (await letters()).length === 2 && letters(), 60_000);
    expect(found.map(({ reason }) => reason).sort()).toEqual([
      expect.stringContaining('is not valid JSON'),
      expect.stringContaining('violates check constraint "refuses"'),
    ]);
    expect(await copyOf(later)).toHaveLength(1);
    const [order] = await world.rows<{ flowed: boolean }>(
      'repository',
      'select (select done_at from inbox where event_id = $1) < (select min(died_at) from dead_letter) as flowed',
      [later.id],
    );
    expect(order).toEqual({ flowed: true });
  }, 90_000);

  it('is taken once what was wrong is mended, and not before', async () => {
    expect(await retry()).toEqual({ taken: 0, refused: 2 });
    await world.rows('repository', 'alter table organization_copy drop constraint refuses');
    expect(await retry()).toEqual({ taken: 1, refused: 1 });
    expect(await copyOf(poison)).toHaveLength(1);
    expect((await letters()).map(({ reason }) => reason)).toEqual([expect.stringContaining('is not valid JSON')]);
    addRow({
      fault: 'F19',
      what: 'a fact that nobody can take, retried once mended',
      tries: 2,
      acknowledged: 2,
      lost: 0,
      doubled: 0,
      gap: null,
    });
  }, 30_000);
});

it(
  'F20: facts heard up to ten times, in any order, a day late, lead to what they lead to once and in order',
  async () => {
    const runs = tries(3, 40);
    const facts = { heard: 0 };
    const { network } = await openStaffed(world); // those of before have others who are told
    const property = fc.asyncProperty(hearings(network.id), async (hearing) => {
      await hear(world, hearing);
      expect(await outcomeOf(world, hearing)).toEqual(expectedOf(hearing));
      facts.heard += hearing.order.length + hearing.late.length;
    });
    const { failed, seed, counterexamplePath, errorInstance } = await fc.check(property, { numRuns: runs, endOnFailure: true });
    if (failed) throw new Error(`seed ${String(seed)}, path ${String(counterexamplePath)}`, { cause: errorInstance });
    const what = 'facts ten times, in any order, a day late';
    addRow({ fault: 'F20', what, tries: runs, acknowledged: facts.heard, lost: 0, doubled: 0, gap: null });
  },
  minutes,
);
