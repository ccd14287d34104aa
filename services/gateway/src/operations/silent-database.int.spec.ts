import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { draftPractice, getPractice, listOwnPractices } from '@alianza/contracts/repository/practices';
import { provision } from '@alianza/local/databases';
import { environmentsFor } from '@alianza/local/environments';
import { startPostgres, type Postgres } from '@alianza/local/servers/postgres';
import { temporaryFolder, type TemporaryFolder } from '@alianza/local/servers/spec-support';
import { definitions } from '@alianza/local/services';
import { speakable } from '@alianza/platform/calls/speakable';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { openLog } from '@alianza/platform/run/log';
import { startService } from '@alianza/platform/run/run-service';
import { completeContent } from '@alianza/testing/builders/practices';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { readFileSync } from 'node:fs';
import { startGateway } from '../start.js';

let folder: TemporaryFolder;
let postgres: Postgres;
let standing: OpenSurroundings;
let person: Person;
let repository: Awaited<ReturnType<typeof startService>>;
const stops: (() => unknown)[] = [];

/** What the edge waits for a service, in milliseconds, and what a busy machine may take to say so. */
const [deadline, more] = [5000, 4500];

beforeAll(async () => {
  folder = temporaryFolder();
  stops.push(() => folder.remove());
  postgres = await startPostgres(folder.path, { forgetful: true });
  stops.push(() => postgres.stop());
  standing = await openSurroundings();
  stops.push(() => standing.close());
  const environments = environmentsFor({ ...standing.parts, databases: await provision(postgres.url, definitions) });
  const membership = await startService(definitionOf('membership'), environments.membership);
  repository = await startService(definitionOf('repository'), environments.repository);
  const gateway = await startGateway({ ...environments.gateway, KEEP_PUBLIC_MS: '0' });
  for (const app of [membership, repository, gateway]) stops.push(() => app.close());
  const network = await standing.people.openNetwork();
  person = await standing.people.enrol('titular', network, await standing.people.openOrganization(network));
}, 60_000);
afterAll(async () => {
  if (postgres) signal('SIGCONT');
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
});

/** Nobody in the server moves any more, and no connection is closed. */
function signal(name: 'SIGSTOP' | 'SIGCONT'): void {
  const { pid } = postgres;
  const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  for (const each of [pid, ...children]) process.kill(each, name);
}

interface Took {
  readonly status: number;
  readonly code: unknown;
  readonly ms: number;
}
async function timed(send: () => Promise<{ status: number; body: Record<string, unknown> }>): Promise<Took> {
  const began = performance.now();
  const { status, body } = await send();
  return { status, code: body.code, ms: performance.now() - began };
}
const kinds = {
  read: () => standing.edge.send(getPractice, { slug: 'no-hay' }, { network: person.network, once: true }),
  own: () => standing.edge.send(listOwnPractices, {}, { ...person, once: true }),
  write: () => standing.edge.send(draftPractice, { content: completeContent() }, { ...person, once: true }),
};
const ofEach = (times: number) => Promise.all(Object.values(kinds).flatMap((send) => Array.from({ length: times }, () => timed(send))));
const statuses = async () => Promise.all(Object.values(kinds).map(async (send) => (await send()).status));

it('a database that hangs is told of in time and does not stop the process; once it moves again, everything does', async () => {
  expect(await statuses()).toEqual([404, 200, 200]);
  signal('SIGSTOP');
  const asked = ofEach(10);
  const reads = repository.get(PublicReads, { strict: false });
  const { em } = repository.get(MikroORM, { strict: false });
  const inTime = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    const error: unknown = await work().catch((failed: unknown) => failed);
    const { code } = speakable(error, { id: 'repository.practices.get', errors: [] }, openLog('spec', 'silent'));
    return { code, ms: performance.now() - began };
  };
  const query = { name: 'spec', text: 'select 1', scope: 'public', sample: () => [] } as const;
  const short = await Promise.all([
    inTime(() => reads.rows(query, [], 700)),
    inTime(() => inNetwork(em, { networkId: null, timeout: 700 }, (tx) => tx.execute('select 1'))),
  ]);
  for (const { code, ms } of short) {
    expect(code).toBe('unavailable');
    expect(ms).toBeLessThan(700 + 250 + more);
  }
  const alive = await timed(async () => ({ status: (await fetch(`${standing.origin}/salud`)).status, body: {} }));
  expect(alive.status).toBe(200);
  expect(alive.ms).toBeLessThan(more);
  for (const { status, code, ms } of await asked) {
    expect([status, code]).toEqual([503, 'unavailable']);
    expect(ms).toBeLessThan(deadline + more);
  }
  expect((await fetch(`${standing.origin}/salud/listo`)).status).toBe(503);
  signal('SIGCONT');
  await eventually(async () => (await statuses()).join() === '404,200,200', 30_000);
  expect((await ofEach(10)).map(({ status }) => status).filter((status) => ![200, 404].includes(status))).toEqual([]);
}, 120_000);
