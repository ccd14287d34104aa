import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { connectTo, workerDatabase } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { randomUUID } from 'node:crypto';
import { File } from '../files/file.entity.js';
import { nowhere } from '../ids.js';
import { OutboxRow } from './platform-tables.js';
import { inNetwork } from './tenancy.js';

/** Files of membership: a tenant table that the platform itself declares. As the role the service runs as. */
let orm: MikroORM;
const [mine, other] = [randomUUID(), randomUUID()];
const fileOf = (networkId: string) => ({
  id: randomUUID(),
  networkId,
  key: 'membership/x',
  name: 'x',
  type: 'text/plain',
  size: 1,
  sha256: '',
  createdAt: new Date('2026-11-21T09:00:00Z'),
});
const write = (network: string | null, owner: string) =>
  inNetwork(orm.em, { networkId: network }, (em) => em.persist(em.create(File, fileOf(owner))).flush());
const all = (em: SqlEntityManager) => em.count(File, { networkId: [mine, other, nowhere] });
const seen = (networkId: string | null, readOnly = false) => inNetwork(orm.em, { networkId, readOnly }, all);

beforeAll(async () => {
  orm = await connectTo('membership');
  await write(mine, mine);
}, 60_000);
afterAll(() => orm.close());

describe('a transaction of a network', () => {
  it('sees its rows, and nobody else’s', async () => {
    expect([await seen(mine), await seen(mine, true), await seen(other), await seen(null)]).toEqual([1, 1, 0, 0]);
    expect(await all(orm.em.fork())).toBe(0);
  });

  it('writes for nobody else, nor without a network', async () => {
    for (const network of [mine, null]) await expect(write(network, other)).rejects.toThrow(/row-level security/);
    const unscoped = orm.em.fork();
    await expect(unscoped.persist(unscoped.create(File, fileOf(mine))).flush()).rejects.toThrow(/row-level security/);
  });

  it('moves and removes nothing of another', async () => {
    const touched = await inNetwork(orm.em, { networkId: other }, async (em) => [
      await em.nativeUpdate(File, { networkId: mine }, { networkId: other }),
      await em.nativeDelete(File, { networkId: mine }),
    ]);
    expect(touched).toEqual([0, 0]);
    await expect(
      inNetwork(orm.em, { networkId: mine }, (em) => em.nativeUpdate(File, { networkId: mine }, { networkId: other })),
    ).rejects.toThrow(/row-level security/);
    expect(await seen(mine)).toBe(1);
  });

  it('keeps apart what runs at the same time', async () => {
    const counts = await Promise.all(Array.from({ length: 40 }, (_none, index) => seen(index % 2 ? mine : other, index % 3 === 0)));
    expect(counts).toEqual(Array.from({ length: 40 }, (_none, index) => index % 2));
  });

  it('takes a network for a value, whatever it says', async () => {
    await expect(seen(`${mine}', true), set_config('app.network', '${mine}`)).rejects.toThrow(/invalid input syntax for type uuid/);
  });

  it('reads only, where it said so', async () => {
    const writing = inNetwork(orm.em, { networkId: mine, readOnly: true }, (em) => em.execute('delete from file'));
    await expect(writing).rejects.toThrow(/read-only transaction/);
  });

  it('ends a statement that takes longer than it may, and takes nothing back but itself', async () => {
    const began = performance.now();
    await expect(inNetwork(orm.em, { networkId: mine, timeout: 100 }, (em) => em.execute('select pg_sleep(5)'))).rejects.toMatchObject({
      code: '57014',
    });
    expect(performance.now() - began).toBeLessThan(4000);
    expect(await seen(mine)).toBe(1);
  });

  it('is all or nothing', async () => {
    const failing = inNetwork(orm.em, { networkId: mine }, async (em) => {
      await em.persist(em.create(File, fileOf(mine))).flush();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await seen(mine)).toBe(1);
  });

  it('needs an EntityManager that can say so in time', async () => {
    const { orm: options } = definitionOf('membership');
    const plain = await MikroORM.init({ ...options, clientUrl: await workerDatabase('membership') });
    await expect(inNetwork(plain.em, { networkId: mine }, all)).rejects.toThrow('it would see no network');
    await plain.close();
  });
});

describe('a pooled connection', () => {
  const left = `select coalesce(current_setting('app.network', true), '') as network, current_setting('statement_timeout') as timeout, txid_current_if_assigned() as open`;

  it('keeps nothing of the transaction before, whichever way that ended', async () => {
    await Promise.allSettled([
      ...Array.from({ length: 6 }, () => seen(mine)),
      ...Array.from({ length: 6 }, () => seen(mine, true)),
      ...Array.from({ length: 6 }, () => write(mine, other)),
      inNetwork(orm.em, { networkId: mine, timeout: 50 }, (em) => em.execute('select pg_sleep(5)')),
    ]);
    const found = await Promise.all(Array.from({ length: 20 }, () => orm.em.fork().execute<object[]>(left)));
    expect(new Set(found.flat().map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ network: '', timeout: '0', open: null })]),
    );
    for (let turn = 0; turn < 20; turn++) expect(await all(orm.em.fork())).toBe(0);
  });

  it('that was lost in a transaction is followed by a fresh one, every time', async () => {
    const own = await connectTo('membership');
    const sleeping = `from pg_stat_activity where query = 'select pg_sleep(20)' and datname = current_database()`;
    const lost = () =>
      inNetwork(own.em, { networkId: mine, timeout: 30_000 }, (em) => em.execute('select pg_sleep(20)')).then(
        () => 'slept',
        () => 'lost',
      );
    for (let round = 0; round < 3; round++) {
      const losing = [lost(), lost()];
      await eventually(async () => (await rowsOf('membership', `select ${sleeping}`)).length === 2);
      await rowsOf('membership', `select pg_terminate_backend(pid) ${sleeping}`);
      expect(await Promise.all(losing)).toEqual(['lost', 'lost']);
    }
    expect(await Promise.all(Array.from({ length: 6 }, () => inNetwork(own.em, { networkId: mine }, all)))).toEqual(Array(6).fill(1));
    await own.close();
  });
});

describe('tables of the platform', () => {
  it('belong to no network', async () => {
    const event = { id: randomUUID(), subject: 'spec' } as never;
    const count = () => orm.em.fork().execute(`select from outbox where event->>'id' = ?`, [(event as { id: string }).id]);
    await inNetwork(orm.em, { networkId: mine }, (em) =>
      em.persist(em.create(OutboxRow, { event, publishedAt: new Date('2026-11-21T09:00:00Z') })).flush(),
    );
    expect(await count()).toHaveLength(1);
  });
});
