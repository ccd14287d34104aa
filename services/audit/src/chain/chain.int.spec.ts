import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { applicationConfirmed, applicationForgotten } from '@alianza/contracts/membership/applications';
import { roleGranted } from '@alianza/contracts/membership/people';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { nowhere } from '@alianza/platform/ids';
import { putStream } from '@alianza/platform/nats/streams';
import { connectTo, keeper, workerDatabase } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import { addRow } from '@alianza/testing/faults/fault-table';
import { rowsOf } from '@alianza/testing/rows';
import { openWorld, type World } from '@alianza/testing/world';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { verifyChains } from './verification.js';

let world: World;
let nats: NatsConnection;
let orm: Awaited<ReturnType<typeof connectTo>>;

beforeAll(async () => {
  world = await openWorld(['audit']);
  nats = await keeper();
  await putStream(nats, 'membership'); // as membership would, which does not run here
  orm = await connectTo('audit');
}, 60_000);
afterAll(async () => {
  await orm.close();
  await nats.close();
  await world.close();
});

const factOf = (
  networkId: string | null,
  subject = roleGranted.subject,
  data: object = { role: 'editor', personId: randomUUID(), organizationId: null },
): Event => ({
  id: randomUUID(),
  subject,
  networkId,
  aggregateId: randomUUID(),
  aggregateVersion: 1,
  occurredAt: '2026-11-21T09:00:00.123Z',
  actor: { personId: null, organizationId: null, service: 'membership' },
  cause: 'spec',
  data,
});

/** Straight into the stream, without a message id: the stream itself drops no repetition. */
const tell = (event: Event) => jetstream(nats).publish(event.subject, JSON.stringify(event));

interface Entry {
  position: string;
  hash: string;
  data: Record<string, unknown>;
  event_id: string;
}
const chainOf = (networkId: string) =>
  rowsOf<Entry>('audit', 'select position, hash, data, event_id from entry where network_id = $1 order by position', [networkId]);
const untilChained = (networkId: string, count: number) =>
  eventually(async () => (await chainOf(networkId)).length >= count && chainOf(networkId));
const verdictOn = async (networkId: string) => {
  const found = (await verifyChains(orm.em)).find((verdict) => verdict.networkId === networkId);
  if (!found) return undefined;
  const { hash: _last, ...verdict } = found;
  return verdict;
};

/** A network with as many chained facts. */
async function chained(count: number): Promise<{ networkId: string; facts: Event[] }> {
  const networkId = randomUUID();
  const facts = Array.from({ length: count }, () => factOf(networkId));
  for (const fact of facts) await tell(fact);
  await untilChained(networkId, count);
  return { networkId, facts };
}

/** What a superuser does who has stopped the triggers for themselves. */
const tamper = (statement: string) => rowsOf('audit', `set local session_replication_role = replica; ${statement}`);

const root = path.resolve(import.meta.dirname, '../../../..');

/** `npm run audit:verify`, without what installs. */
function command(databaseUrl?: string): Promise<{ code: number | null; said: string }> {
  const { DATABASE_URL: _other, NODE_OPTIONS: _jest, ...env } = process.env;
  const args = ['--import', './infra/local/swc-register.mjs', 'services/audit/src/verify.ts'];
  const child = spawn(process.execPath, args, { cwd: root, env: databaseUrl === undefined ? env : { ...env, DATABASE_URL: databaseUrl } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

describe('the chain', () => {
  it('takes concurrent facts of two networks into two chains without a gap', async () => {
    const networks = [randomUUID(), randomUUID()];
    const facts = Array.from({ length: 50 }, (_none, index) => factOf(networks[index % 2]!));
    await Promise.all(facts.map(tell));
    for (const networkId of networks) {
      const entries = await untilChained(networkId, 25);
      expect(entries.map(({ position }) => Number(position))).toEqual(Array.from({ length: 25 }, (_none, index) => index + 1));
      expect(new Set(entries.map(({ hash }) => hash)).size).toBe(25);
      expect(await verdictOn(networkId)).toEqual({ networkId, entries: 25, broken: null });
    }
  });

  it('keeps what is told ten times once', async () => {
    const { networkId, facts } = await chained(2);
    await Promise.all(Array.from({ length: 10 }, () => tell(facts[0]!)));
    await tell(factOf(networkId));
    const entries = await untilChained(networkId, 3);
    await settled();
    expect(await chainOf(networkId)).toEqual(entries);
    expect(entries.map((entry) => entry.event_id).slice(0, 2)).toEqual(facts.map(({ id }) => id));
    expect(await verdictOn(networkId)).toMatchObject({ entries: 3, broken: null });
  });

  it('has one for facts of no network', async () => {
    const before = (await chainOf(nowhere)).length;
    await tell(factOf(null));
    await untilChained(nowhere, before + 1);
    expect(await verdictOn(nowhere)).toMatchObject({ broken: null });
  });

  it('is verified while it grows', async () => {
    const { networkId } = await chained(1);
    const telling = Promise.all(Array.from({ length: 200 }, () => tell(factOf(networkId))));
    for (let round = 0; round < 5; round++) expect(await verdictOn(networkId)).toMatchObject({ broken: null });
    await telling;
    await untilChained(networkId, 201);
  });
});

describe('the command, while every chain holds,', () => {
  it('says so and ends with 0', async () => {
    const { networkId } = await chained(2);
    const { code, said } = await command(await workerDatabase('audit'));
    expect(said).toContain(`${networkId}  2 asientos comprobados: la cadena se sostiene\n`);
    expect(code).toBe(0);
  });

  it('asks for the address of the database in one sentence', async () => {
    expect(await command()).toEqual({
      code: 2,
      said: 'Falta DATABASE_URL: la dirección de la base de datos de la auditoría, como la lee su servicio.\n',
    });
  });

  it('says in one line that the database cannot be read', async () => {
    const { code, said } = await command('postgresql://alianza_audit:x@127.0.0.1:1/alianza_audit');
    expect(said).toMatch(/^No se pudo leer la base de datos de la auditoría: .+\n$/);
    expect(code).toBe(2);
  });
});

describe('free text', () => {
  const said = { status: 'submitted', organization: 'Red Ejemplo (ficticia)' };

  it('stands apart and can be redacted while the chain holds', async () => {
    const networkId = randomUUID();
    await tell(factOf(networkId, applicationConfirmed.subject, said));
    const [entry] = await untilChained(networkId, 1);
    expect(entry?.data).toEqual({ status: 'submitted' });
    await inNetwork(orm.em, { networkId }, (em) => em.execute('delete from free_text where network_id = ?', [networkId]));
    expect(await verdictOn(networkId)).toEqual({ networkId, entries: 1, broken: null });
  });

  it('of an application that is forgotten goes with it, and no other’s', async () => {
    const networkId = randomUUID();
    const [forgotten, other] = [
      factOf(networkId, applicationConfirmed.subject, said),
      factOf(networkId, applicationConfirmed.subject, said),
    ];
    for (const fact of [forgotten, other]) await tell(fact);
    await tell({ ...factOf(networkId, applicationForgotten.subject, { status: 'declined' }), aggregateId: forgotten.aggregateId });
    await tell({ ...factOf(networkId, applicationConfirmed.subject, said), aggregateId: forgotten.aggregateId, aggregateVersion: 2 }); // heard late
    await untilChained(networkId, 4);
    expect(await rowsOf('audit', 'select position from free_text where network_id = $1', [networkId])).toEqual([{ position: '2' }]);
    expect(await verdictOn(networkId)).toEqual({ networkId, entries: 4, broken: null });
  });

  it('that was altered is named', async () => {
    const networkId = randomUUID();
    await tell(factOf(networkId, applicationConfirmed.subject, said));
    await untilChained(networkId, 1);
    await tamper(`update free_text set text = '{"organization":"Otra"}' where network_id = '${networkId}'`);
    expect(await verdictOn(networkId)).toMatchObject({ broken: { position: 1, reason: 'free-text-changed' } });
  });
});

describe('F23: tampering', () => {
  const seen = { tries: 0, named: 0, facts: 0 };
  afterAll(() => {
    const lost = seen.tries - seen.named;
    const what = 'the audit tampered with (lost: not named)';
    addRow({ fault: 'F23', what, tries: seen.tries, acknowledged: seen.facts, lost, doubled: 0, gap: null });
  });
  /** Chained, then tampered with: whatever the verification says of it. */
  const tampered = async (count: number, statement: (networkId: string) => string) => {
    const { networkId } = await chained(count);
    seen.tries++;
    seen.facts += count;
    await tamper(statement(networkId));
    return networkId;
  };
  const rewritten = (networkId: string) =>
    `update entry set data = '{"role":"titular"}' where network_id = '${networkId}' and position = 3`;

  it.each([
    ['a row that was changed', rewritten, { position: 3, reason: 'changed' }],
    [
      'a row that was changed, with its hash',
      (id: string) => `update entry set hash = repeat('a', 64) where network_id = '${id}' and position = 3`,
      { position: 3, reason: 'changed' },
    ],
    [
      'the last row changed',
      (id: string) => `update entry set cause = 'other' where network_id = '${id}' and position = 5`,
      { position: 5, reason: 'changed' },
    ],
    [
      'a row that was taken out',
      (id: string) => `delete from entry where network_id = '${id}' and position = 2`,
      { position: 2, reason: 'missing' },
    ],
    [
      'an end that was cut off',
      (id: string) => `delete from entry where network_id = '${id}' and position > 3`,
      { position: 4, reason: 'cut-off' },
    ],
    [
      'another end',
      (id: string) => `update chain set hash = repeat('b', 64) where network_id = '${id}'`,
      { position: 5, reason: 'changed' },
    ],
  ])('shows: %s', async (_what, statement, broken) => {
    const networkId = await tampered(5, statement);
    expect((await verdictOn(networkId))?.broken).toEqual({ networkId, ...broken });
    seen.named++;
  });

  it('is named by the command, which ends with 1', async () => {
    const networkId = await tampered(4, rewritten);
    const { code, said } = await command(await workerDatabase('audit'));
    expect(said).toContain(`${networkId}  2 asientos comprobados: el asiento 3 fue cambiado\n`);
    expect(code).toBe(1);
    seen.named++;
  });

  it('in one network leaves the others whole', async () => {
    const [broken, whole] = [await chained(3), await chained(3)];
    await tamper(rewritten(broken.networkId));
    expect(await verdictOn(whole.networkId)).toMatchObject({ entries: 3, broken: null });
  });

  it.each([
    ['update an entry', 'update entry set data = data'],
    ['delete an entry', 'delete from entry'],
    ['empty the entries', 'truncate entry'],
    ['take a chain away', 'delete from chain'],
  ])('the service cannot %s', async (_what, statement) => {
    const { networkId } = await chained(1);
    const done = inNetwork(orm.em, { networkId }, (em: SqlEntityManager) => em.execute(statement));
    await expect(done).rejects.toThrow('permission denied');
  });

  it('even the owner’s hand is stopped', async () => {
    await expect(rowsOf('audit', 'delete from entry')).rejects.toThrow('append-only');
  });
});

/** Until every delivery so far was acknowledged. */
const settled = () =>
  eventually(async () => {
    const manager = await jetstream(nats).jetstreamManager();
    const info = await manager.consumers.info('membership', 'audit-membership');
    return info.num_pending === 0 && info.num_ack_pending === 0;
  });
