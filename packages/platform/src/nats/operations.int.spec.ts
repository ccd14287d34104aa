import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEntries } from '@alianza/contracts/audit/entries';
import type { Operation } from '@alianza/contracts/operation';
import { subjectOf } from '@alianza/contracts/operation';
import { draftPractice, editPractice, getPractice, readPractice, submitPractice } from '@alianza/contracts/repository/practices';
import { searchPractices } from '@alianza/contracts/repository/search';
import { connectTo, messages } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually, lastOtherwise } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { openStand, principalOf, type Stand } from '@alianza/testing/stand';
import { completeContent } from '@alianza/testing/builders/practices';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { pino } from 'pino';
import { z } from 'zod';
import { anyone } from '../principals/principals.js';
import { PassReader, PassSigner } from '../principals/pass.js';
import { readPrivateKey } from '../principals/keys.js';
import { Clock } from '../clock.js';
import { connectNats } from './connection.js';
import { OperationsClient } from './operations.client.js';
import { OperationsServer } from './operations.server.js';

const repository = definitionOf('repository');
const network = randomUUID();
const titular = principalOf('titular', network);
const as = { as: titular };
const content = completeContent();
const code = (sending: Promise<unknown>) =>
  sending.then(
    () => 'answered',
    (error: unknown) => (error as { code: string }).code,
  );

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
  await stand.start(repository);
}, 60_000);
afterAll(() => stand.close());

const draft = (asked: Partial<Parameters<Stand['call']>[2]> = {}) =>
  stand.call<{ id: string; version: number }>(draftPractice, { content }, { ...as, ...asked });

/** Holds what a statement locks while `work` runs. */
async function whileLocked(lock: string, work: () => Promise<void>): Promise<void> {
  const orm = await connectTo('repository', 'superuser');
  const em = orm.em.fork();
  await em.begin();
  try {
    await em.execute(lock);
    await work();
  } finally {
    await em.rollback();
    await orm.close();
  }
}
const waitingForLocks = () =>
  rowsOf('repository', `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);

describe('a request', () => {
  it('is answered with what the contract names, and its version as a tag', async () => {
    const answer = await stand.send(draftPractice, { content }, as);
    expect([JSON.parse(answer.body), answer.etag]).toEqual([expect.objectContaining({ status: 'draft', version: 1 }), '"1"']);
  });

  it('is heard from nobody who does not sign', async () => {
    const reply = await stand.nats.request(subjectOf(draftPractice), '{}');
    expect(reply.headers?.get('code')).toBe('unauthenticated');
  });

  it('is refused to who may not before its input is looked at', async () => {
    expect(await code(stand.call(draftPractice, { owner: 'me' }, { as: anyone(network) }))).toBe('unauthenticated');
    expect(await code(stand.call(draftPractice, { owner: 'me' }, { as: principalOf('auditor', network) }))).toBe('forbidden');
    await expect(stand.call(draftPractice, { content, owner: 'me' }, as)).rejects.toMatchObject({
      code: 'input-invalid',
      issues: [{ pointer: '/owner' }],
    });
  });

  it('is not at fault for what cannot be kept: it is told where that stands', async () => {
    const input = { content: { ...content, place: 'Valle\0' } };
    await expect(stand.call(draftPractice, input, as)).rejects.toMatchObject({
      code: 'input-invalid',
      issues: [{ pointer: '/content/place' }],
    });
    await expect(stand.call(searchPractices, { q: '\ud83d' }, { as: anyone(network) })).rejects.toMatchObject({
      issues: [{ pointer: '/q' }],
    });
  });

  it('edits only what names the version it read', async () => {
    const { id, version } = await draft();
    const edit = (tag?: string) => code(stand.call(editPractice, { id, content }, { ...as, version: tag }));
    expect([await edit(), await edit('"7"'), await edit(`"${version}"`), await edit(`"${version}"`)]).toEqual([
      'version-required',
      'version-stale',
      'answered',
      'version-stale',
    ]);
  });

  it('keeps the code of a refusal', async () => {
    expect(await code(stand.call(readPractice, { id: randomUUID() }, as))).toBe('practice-not-found');
  });
});

describe('a deadline', () => {
  it('ends the statement in the database too', async () => {
    await whileLocked('lock table practice', async () => {
      const drafting = code(draft({ timeout: 2500 }));
      await eventually(async () => (await waitingForLocks()).length === 1);
      expect(await lastOtherwise(async () => (await waitingForLocks()).length === 0)).toBeLessThan(4500);
      expect(await drafting).toBe('unavailable');
    });
    expect(await code(draft())).toBe('answered');
  });
});

describe('a race', () => {
  it('is told to who came too late, whatever row they met in', async () => {
    const { id, version } = await draft();
    const submit = () => code(stand.call(submitPractice, { id, terms: 1 }, { ...as, version: `"${version}"` }));
    const both: Promise<string>[] = [];
    await whileLocked(`select from practice where id = '${id}' for update`, async () => {
      both.push(submit(), submit());
      await eventually(async () => (await waitingForLocks()).length === 2);
    });
    expect((await Promise.all(both)).toSorted()).toEqual(['answered', 'version-stale']);
  });
});

describe('a service that is not there', () => {
  const unserved: Operation = { ...draftPractice, id: 'repository.practices.unserved' };
  it.each([listAuditEntries, unserved])('is told at once (%#)', async (operation) => {
    const began = performance.now();
    expect(await code(stand.call(operation, {}, as))).toBe('unavailable');
    expect(performance.now() - began).toBeLessThan(4500); // sooner than it gives up
  });
});

describe('a service that leaves', () => {
  it('answers what it took, beside another that goes on', async () => {
    const leaving = await stand.start(repository);
    const drafts = Array.from({ length: 30 }, () => draft());
    await leaving.close();
    expect(await Promise.all(drafts)).toHaveLength(30);
    expect(await code(draft())).toBe('answered');
  });
});

describe('public reads', () => {
  it('go on after their connections were ended', async () => {
    const search = () => stand.call(searchPractices, {}, { as: anyone(network) });
    await Promise.all(Array.from({ length: 8 }, search));
    const ended = await rowsOf(
      'repository',
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'public reads' and datname = current_database()`,
    );
    expect(ended.length).toBeGreaterThan(1);
    expect(await eventually(() => search().catch(() => null))).toBeTruthy();
    expect(await Promise.all(Array.from({ length: 8 }, () => code(search())))).toEqual(Array(8).fill('answered'));
  });

  it('see nothing of a tenant, and write nothing', async () => {
    const { id } = await draft();
    expect(await code(stand.call(getPractice, { slug: id }, { as: anyone(network) }))).toBe('practice-not-found');
  });
});

/** Another way to NATS, until it is cut. */
async function wayToNats() {
  const [to, sockets] = [new URL(messages().url), new Set<Socket>()];
  const server = createServer((socket) => {
    const onwards = connect(Number(to.port), to.hostname);
    for (const end of [socket, onwards]) sockets.add(end.on('error', () => undefined));
    socket.pipe(onwards).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: `127.0.0.1:${String((server.address() as AddressInfo).port)}`, cut };
}

describe('who asks what it serves itself', () => {
  const named = (id: string): Operation => ({ ...getPractice, id: `repository.practices.${id}`, output: z.object({ text: z.string() }) });
  const [outer, inner, large] = [named('outer'), named('inner'), named('large')];
  const passes = new PassReader(new Map(), new Clock());
  const opened: (() => unknown)[] = [];
  afterAll(() => Promise.all(opened.map((close) => close())));
  /** Serves on one connection and asks on another, or on the same. */
  const serving = async (address = messages().url) => {
    const nats = await connectNats({ NATS_URL: address, NATS_NKEY_SEED: messages().keeper }, 'spec');
    opened.push(() => nats.close());
    const signer = new PassSigner('gateway', readPrivateKey(stand.environment('gateway').SERVICE_KEY ?? ''), new Clock());
    const client = new OperationsClient(nats, { name: 'gateway' }, signer);
    const ask = (operation: Operation) => client.send(operation, { principal: titular, body: '{}', timeout: 20_000 });
    const server = new OperationsServer(nats, 'spec', passes, pino({ level: 'silent' }));
    const serve = (operation: Operation, answer: () => unknown) => server.serve(operation, () => Promise.resolve().then(answer) as never);
    return { nats, ask, server, serve };
  };

  it('is answered while NATS is away', async () => {
    const way = await wayToNats();
    const { nats, ask, serve } = await serving(way.url);
    const held = Promise.withResolvers<object>();
    serve(outer, () => held.promise);
    const asked = ask(outer);
    way.cut();
    await eventually(() => nats.info === undefined);
    held.resolve({ text: 'here' });
    expect((await asked).body).toBe('{"text":"here"}');
  }, 30_000);

  it('is answered by itself, also while it leaves', async () => {
    const { ask, server, serve } = await serving();
    const [begun, held] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    serve(inner, () => ({ text: 'within' }));
    serve(outer, async () => {
      begun.resolve(undefined);
      await held.promise;
      return JSON.parse((await ask(inner)).body) as object;
    });
    const asked = ask(outer);
    await begun.promise;
    const leaving = server.close();
    held.resolve(undefined);
    expect((await asked).body).toBe('{"text":"within"}');
    await leaving;
  }, 30_000);

  it('is refused an answer larger than NATS carries as whoever asks over NATS is, and the process goes on', async () => {
    const [near, far] = [await serving(), await serving()];
    near.serve(large, () => ({ text: 'a'.repeat(2_000_000) }));
    near.serve(inner, () => ({ text: 'within' }));
    await near.nats.flush();
    expect([await code(near.ask(large)), await code(far.ask(large))]).toEqual(['internal', 'internal']);
    expect([await code(near.ask(inner)), await code(far.ask(inner))]).toEqual(['answered', 'answered']);
  }, 30_000);
});
