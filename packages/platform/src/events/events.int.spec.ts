import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { deadLetterOperations } from '@alianza/contracts/dead-letters';
import type { Event } from '@alianza/contracts/event';
import { roleGranted } from '@alianza/contracts/membership/people';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { specDurable } from '@alianza/testing/servers';
import { openStand, principalOf, type Stand } from '@alianza/testing/stand';
import { randomUUID } from 'node:crypto';
import { Consumes } from './consumes.decorator.js';
import { applyOnce } from './inbox.js';

const membership = definitionOf('membership');
const durable = specDurable;
const network = randomUUID();
/** What the consumer does with an event besides its effect: fails, for instance. */
let meanwhile: (event: Event) => void = () => undefined;

@Controller()
class Prober {
  constructor(private readonly em: EntityManager) {}

  /** Its effect is a row of the database: what did not commit did not happen. */
  @Consumes(roleGranted, durable)
  async granted(event: Event): Promise<void> {
    await this.em.execute('insert into inbox (consumer, event_id) values (?, ?)', [`effect ${event.aggregateVersion}`, randomUUID()]);
    await this.em.execute('insert into inbox (consumer, event_id) values (?, ?)', [`effect of ${event.id}`, randomUUID()]);
    meanwhile(event);
  }
}
@Module({ imports: [membership.module], controllers: [Prober] })
class ProbedMembership {}

let stand: Stand;
let em: EntityManager;
const published: number[] = [];
beforeAll(async () => {
  stand = await openStand();
  const redelivery = { tries: 3, pause: () => 20 };
  const app = await stand.start({ ...membership, module: ProbedMembership, redelivery });
  em = app.get(EntityManager);
}, 60_000);
beforeEach(() => {
  meanwhile = () => undefined;
});
afterAll(async () => {
  const streams = await jetstreamManager(stand.nats);
  for (const sequence of published) await streams.streams.deleteMessage('membership', sequence);
  await streams.consumers.delete('membership', durable);
  await stand.close();
});

const factOf = (aggregateVersion = 1): Event => ({
  id: randomUUID(),
  subject: roleGranted.subject,
  networkId: network,
  aggregateId: randomUUID(),
  aggregateVersion,
  occurredAt: '2026-11-21T09:00:00.123Z',
  actor: { personId: null, organizationId: null, service: 'membership' },
  cause: 'spec',
  data: { personId: randomUUID(), role: 'editor', organizationId: null },
});
/** Straight into the stream and without a message id, so that the stream itself drops nothing. */
async function publish(words: string): Promise<void> {
  published.push((await jetstream(stand.nats).publish(roleGranted.subject, words)).seq);
}
const deliver = (event: Event) => publish(JSON.stringify(event));
const effects = async ({ id }: Event) => (await rowsOf('membership', 'select from inbox where consumer = $1', [`effect of ${id}`])).length;
const done = ({ id }: Event) =>
  eventually(async () => (await rowsOf('membership', 'select from inbox where consumer = $1 and event_id = $2', [durable, id])).length > 0);
const letters = () =>
  rowsOf<{ id: string; event: Event & { words?: string }; reason: string }>(
    'membership',
    'select * from dead_letter where consumer = $1 and retried_at is null order by died_at',
    [durable],
  );
const untilBuried = (count: number) => eventually(async () => (await letters()).length === count && letters());

const as = { as: principalOf('operator', network) };
const { list, retry } = deadLetterOperations.membership;
const listed = async () =>
  (await stand.call<{ items: { consumer: string; subject: string; reason: string }[] }>(list, {}, as)).items.filter(
    (item) => item.consumer === durable,
  );

describe('an event', () => {
  it('that is delivered ten times has one effect', async () => {
    const event = factOf();
    await Promise.all(Array.from({ length: 10 }, () => deliver(event)));
    const last = factOf();
    await deliver(last);
    await done(last);
    expect([await effects(event), await effects(last)]).toEqual([1, 1]);
  });

  it('has one effect also where ten replicas take it at once', async () => {
    const event = factOf();
    let ran = 0;
    const applied = await Promise.all(Array.from({ length: 10 }, () => applyOnce(em, 'racing', event, () => Promise.resolve(++ran))));
    expect([applied.filter(Boolean).length, ran]).toEqual([1, 1]);
  });

  it('that comes before earlier ones has its effect, and so have they', async () => {
    const events = [3, 2, 1].map(factOf);
    for (const event of [...events, ...events.toReversed()]) await deliver(event);
    for (const event of events) await done(event);
    expect(await Promise.all(events.map(effects))).toEqual([1, 1, 1]);
  });

  it('that fails is tried again, and its failed tries leave nothing', async () => {
    const event = factOf();
    let tries = 0;
    meanwhile = () => {
      if (++tries < 3) throw new Error('not yet');
    };
    await deliver(event);
    await done(event);
    expect([tries, await effects(event), await letters()]).toEqual([3, 1, []]);
  });
});

describe('an event that nobody can digest', () => {
  const poison = factOf();

  it('is put aside after its tries, while later ones flow', async () => {
    let tries = 0;
    meanwhile = ({ id }) => {
      if (id !== poison.id) return;
      tries++;
      throw new Error('no room for ana@example.org');
    };
    const later = factOf();
    await deliver(poison);
    await deliver(later);
    await done(later);
    const [letter] = await untilBuried(1);
    expect(letter).toMatchObject({ event: poison, reason: 'no room for (address)' });
    expect([tries, await effects(poison), await effects(later)]).toEqual([3, 0, 1]);
  });

  it('is listed to operators, and to nobody else', async () => {
    expect(await listed()).toEqual([expect.objectContaining({ subject: roleGranted.subject, reason: 'no room for (address)' })]);
    for (const operation of [list, retry]) {
      await expect(stand.call(operation, {}, { as: principalOf('secretariat-lead', network) })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('stays while a retry fails, and is gone once it is taken', async () => {
    meanwhile = () => {
      throw new Error('still not');
    };
    expect(await stand.call(retry, {}, as)).toMatchObject({ refused: 1 });
    expect([(await listed()).length, await effects(poison)]).toEqual([1, 0]);
    expect(await listed()).toEqual([expect.objectContaining({ reason: 'still not', retries: 1, refusedAt: expect.any(String) })]);
    meanwhile = () => undefined;
    expect(await stand.call(retry, {}, as)).toEqual({ taken: 1, refused: 0 });
    expect([await listed(), await effects(poison)]).toEqual([[], 1]);
    const { taken } = await stand.call<{ taken: object[] }>(list, {}, as);
    expect(taken).toContainEqual(
      expect.objectContaining({ subject: roleGranted.subject, aggregateId: poison.aggregateId, networkId: network }),
    );
    expect(await stand.call(retry, {}, as)).toEqual({ taken: 0, refused: 0 });
  });

  it('is retried by itself, or with all of its consumer', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const [index, id] of ids.entries())
      await rowsOf('membership', 'insert into dead_letter (id, consumer, event, reason) values ($1, $2, $3, $4)', [
        id,
        index === 2 ? 'gone' : durable,
        JSON.stringify(factOf()),
        'spec',
      ]);
    expect(await stand.call(list, {}, as)).toMatchObject({
      total: 3,
      consumers: expect.arrayContaining([
        { consumer: durable, waiting: 2 },
        { consumer: 'gone', waiting: 1 },
      ]),
    });
    expect(await stand.call(retry, { id: ids[0] }, as)).toEqual({ taken: 1, refused: 0 });
    expect(await stand.call(retry, { id: ids[0] }, as)).toEqual({ taken: 0, refused: 0 });
    expect(await stand.call(retry, { consumer: 'gone' }, as)).toEqual({ taken: 0, refused: 1 });
    expect(await stand.call(retry, { consumer: durable }, as)).toEqual({ taken: 1, refused: 0 });
    await rowsOf('membership', 'delete from dead_letter where id = $1', [ids[2]]);
  });

  it('is kept while no consumer of that name is there', async () => {
    const id = randomUUID();
    await rowsOf('membership', 'insert into dead_letter (id, consumer, event, reason) values ($1, $2, $3, $4)', [
      id,
      'gone',
      JSON.stringify(factOf()),
      'spec',
    ]);
    expect(await stand.call(retry, {}, as)).toEqual({ taken: 0, refused: 1 });
    expect(await rowsOf('membership', 'delete from dead_letter where id = $1 and retried_at is null returning id', [id])).toHaveLength(1);
  });

  it('is reached also behind a hundred that are refused', async () => {
    const add = `insert into dead_letter (id, consumer, event, reason, died_at)
      select gen_random_uuid(), $1, $2, 'spec', now() - interval '1 hour' from generate_series(1, $3::int)`;
    await rowsOf('membership', add, ['gone', JSON.stringify(factOf()), 100]);
    await rowsOf('membership', add.replace('1 hour', '1 minute'), [durable, JSON.stringify(factOf()), 1]);
    expect(await stand.call(retry, {}, as)).toEqual({ taken: 0, refused: 100 });
    expect(await stand.call(retry, {}, as)).toEqual({ taken: 1, refused: 99 });
    await rowsOf('membership', `delete from dead_letter where consumer = 'gone'`);
  });

  it.each(['no JSON', '{"id":7}', 'null', '"\\u0000"'])('may be no event at all: %s', async (words) => {
    const later = factOf();
    await publish(words);
    await deliver(later);
    await done(later);
    const [letter] = await untilBuried(1);
    expect(letter?.event).toMatchObject({ subject: roleGranted.subject, words });
    await rowsOf('membership', 'delete from dead_letter where id = $1', [letter?.id]);
  });
});
