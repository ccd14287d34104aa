import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { mightyDatabase } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { openStand, type Stand } from '@alianza/testing/stand';
import { randomUUID } from 'node:crypto';
import { inNetwork } from '../data/tenancy.js';
import { Housekeeping } from './housekeeping.js';
import { installJobs } from './install.js';
import { Jobs } from './jobs.js';

const network = randomUUID();
const queue = `jobs-spec-${randomUUID()}`;
const [later, many] = [`${queue}-later`, `${queue}-many`];
let stand: Stand;
let app: INestMicroservice;
beforeAll(async () => {
  stand = await openStand();
  await installJobs(await mightyDatabase('membership'), 'alianza_membership', [queue, later, many]);
  app = await stand.start(definitionOf('membership'));
}, 60_000);
afterAll(() => stand.close());

const enqueue = (key: string, { to = queue, failing = false } = {}) =>
  inNetwork(app.get(EntityManager), { networkId: network }, async (em) => {
    const id = await app.get(Jobs).enqueue(em, to, key, { key });
    if (failing) throw new Error('rolled back');
    return id;
  });
interface Row {
  id: string;
  state: string;
  retry_count: number;
  output: unknown;
}
const rows = (key: string) =>
  rowsOf<Row>('membership', 'select id, state, retry_count, output from pgboss.job where singleton_key = $1', [key]);
const completed = (key: string) => eventually(async () => (await rows(key)).every(({ state }) => state === 'completed'), 12_000);

describe('a job', () => {
  it('does not exist when its transaction fails', async () => {
    const key = randomUUID();
    await expect(enqueue(key, { failing: true })).rejects.toThrow('rolled back');
    expect(await rows(key)).toEqual([]);
  });

  it('belongs to a transaction', async () => {
    await expect(app.get(Jobs).enqueue(app.get(EntityManager).fork(), queue, 'none', {})).rejects.toThrow('a transaction');
  });

  it('is one for its key while it waits, however many ask for it at once', async () => {
    const key = randomUUID();
    const ids = await Promise.all(Array.from({ length: 8 }, () => enqueue(key, { to: later })));
    expect([ids.filter(Boolean).length, (await rows(key)).length]).toEqual([1, 1]);
    expect(await enqueue(key, { to: later })).toBeNull();
  });

  it('is done once, tried again when it failed, and wanted anew when it is done', async () => {
    const [done, [once, failing]] = [[] as string[], [randomUUID(), randomUUID()] as [string, string]];
    await app.get(Jobs).work<{ key: string }>(queue, async ({ key }) => {
      done.push(key);
      if (key === failing && done.filter((other) => other === key).length === 1) throw new Error('no mailbox ana@example.org');
    });
    await Promise.all([enqueue(once), enqueue(failing)]);
    const [refused] = await eventually(async () => (await rows(failing)).some(({ output }) => output !== null) && rows(failing));
    expect(JSON.stringify(refused?.output)).toContain('no mailbox (address)');
    expect(JSON.stringify(refused?.output)).not.toContain('@example');
    await completed(once);
    await completed(failing);
    expect([done.filter((key) => key === once).length, done.filter((key) => key === failing).length]).toEqual([1, 2]);
    expect(await enqueue(once)).not.toBeNull();
    await completed(once);
    expect(done.filter((key) => key === once)).toHaveLength(2);
  }, 60_000);

  it('is not held up by those before it until the queue looks again', async () => {
    const [keys, done] = [Array.from({ length: 60 }, () => randomUUID()), new Set<string>()];
    await app.get(Jobs).work<{ key: string }>(many, ({ key }) => Promise.resolve(void done.add(key)));
    await Promise.all(keys.map((key) => enqueue(key, { to: many })));
    await eventually(() => done.size === keys.length, 12_000); // one for each look would be half a minute
  }, 60_000);
});

describe('housekeeping', () => {
  it('forgets keys after a day, told facts after thirty, done ones after sixty', async () => {
    const old = randomUUID();
    const mark = { idempotency: 'key', outbox: `event->>'id'`, inbox: 'consumer' };
    const put = (minutes: string, age: string) => `now() - interval '${age}' + interval '1 minute' * ${minutes}`;
    for (const minutes of ['-1', '1']) {
      await rowsOf('membership', `insert into idempotency (scope, key, digest, made_at) values ($1, $2, '', ${put(minutes, '24 hours')})`, [
        minutes,
        old,
      ]);
      await rowsOf(
        'membership',
        `insert into outbox (event, published_at) values (jsonb_build_object('id', $1::text), ${put(minutes, '30 days')})`,
        [old],
      );
      await rowsOf(
        'membership',
        `insert into inbox (consumer, event_id, done_at) values ($1, gen_random_uuid(), ${put(minutes, '60 days')})`,
        [old],
      );
    }
    await app.get(Housekeeping, { strict: false }).sweep();
    for (const [table, column] of Object.entries(mark)) {
      expect([table, (await rowsOf('membership', `select from ${table} where ${column} = $1`, [old])).length]).toEqual([table, 1]);
    }
  });
});
