import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import { freePort } from '@alianza/local/servers/free-port';
import { startNats, type Nats } from '@alianza/local/servers/nats';
import { grantsOf, newNatsAccount } from '@alianza/local/servers/nats/account';
import { definitions } from '@alianza/local/services';
import { shared } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { openStand, type Stand } from '@alianza/testing/stand';
import { rowsOf } from '@alianza/testing/rows';
import type { NatsConnection } from '@nats-io/transport-node';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { NATS } from '../nats/connection.js';

/** With a NATS server of its own, which it loses; what it does to its database is done to this worker's alone. */
let stand: Stand;
let nats: Nats;
let dir: string;
let port: number;
let app: INestMicroservice;
const account = newNatsAccount('own', grantsOf(definitions));
const environment = () => ({ NATS_URL: nats.address, NATS_NKEY_SEED: account.seeds.audit, HEALTH_PORT: String(port) });

beforeAll(async () => {
  stand = await openStand();
  dir = mkdtempSync(path.join(shared().dir, 'health-'));
  nats = await startNats(dir, { forgetful: true, accounts: [account] });
  port = await freePort();
  app = await stand.start(definitionOf('audit'), environment());
}, 60_000);
afterAll(async () => {
  await stand.close();
  await nats.stop();
});

const ask = async (at: string) => {
  const response = await fetch(`http://127.0.0.1:${port}${at}`);
  return { status: response.status, body: await response.json() };
};
const alive = { status: 200, body: { status: 'ok' } };
const ready = { status: 200, body: { database: true, nats: true } };
const becomes = (expected: object) =>
  eventually(async () => JSON.stringify(await ask('/salud/listo')) === JSON.stringify(expected), 15_000);

describe('health', () => {
  it('is life and readiness, and nothing else', async () => {
    expect([await ask('/salud'), await ask('/salud/listo'), (await ask('/salud/otra')).status]).toEqual([alive, ready, 404]);
  });

  it('is asked of database and NATS once, however many ask at the same time', async () => {
    const asked = jest.spyOn(app.get<NatsConnection>(NATS, { strict: false }), 'rtt');
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('/salud/listo')));
    expect(answers).toEqual(answers.map(() => ready));
    expect(asked.mock.calls.length).toBeLessThan(10);
    asked.mockRestore();
  });

  it('is life without readiness while the database is away, and both again after', async () => {
    const { DATABASE_URL = '' } = stand.environment('audit');
    const database = pg.escapeIdentifier(new URL(DATABASE_URL).pathname.slice(1));
    const allow = async (allowed: boolean) => {
      const client = new pg.Client(shared().postgres);
      await client.connect();
      await client.query(`alter database ${database} with allow_connections ${String(allowed)}`);
      if (!allowed)
        await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [
          new URL(DATABASE_URL).pathname.slice(1),
        ]);
      await client.end();
    };
    await allow(false);
    try {
      await becomes({ status: 503, body: { database: false, nats: true } });
      expect(await ask('/salud')).toEqual(alive);
    } finally {
      await allow(true);
    }
    await becomes(ready);
    expect(await rowsOf('audit', 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 30_000);

  it('is life without readiness while NATS is away, and both again after', async () => {
    const { port: natsPort } = nats;
    await nats.stop();
    await becomes({ status: 503, body: { database: true, nats: false } });
    expect(await ask('/salud')).toEqual(alive);
    nats = await startNats(dir, { forgetful: true, accounts: [account], port: natsPort });
    await becomes(ready);
  }, 40_000);

  it('says that its port is taken instead of ending without a word', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port: other } = taken.address() as { port: number };
    await expect(stand.start(definitionOf('audit'), { ...environment(), HEALTH_PORT: String(other) })).rejects.toThrow(
      /^listen EADDRINUSE[^\n]+$/,
    );
    taken.close();
  });

  it('listens where it is told to', async () => {
    const elsewhere = { ...environment(), HEALTH_PORT: String(await freePort()), HEALTH_HOST: '192.0.2.1' }; // RFC 5737: nobody's
    await expect(stand.start(definitionOf('audit'), elsewhere)).rejects.toThrow(/^listen EADDRNOTAVAIL[^\n]+$/);
  });

  it('ends with its service', async () => {
    await app.close();
    await expect(ask('/salud')).rejects.toThrow('fetch failed');
  });
});
