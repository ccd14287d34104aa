import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmApplication } from '@alianza/contracts/membership/applications';
import { getMe } from '@alianza/contracts/membership/people';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { environmentsFor } from '@alianza/local/environments';
import { freePort } from '@alianza/local/servers/free-port';
import { shiftClocks } from '@alianza/platform/clock';
import type { Environment } from '@alianza/platform/run/config';
import { startService } from '@alianza/platform/run/run-service';
import { completeContent } from '@alianza/testing/builders/practices';
import { shared, workerDatabase } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import type { Person, TestNetwork, TestOrganization } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startGateway } from '../start.js';

type Gateway = Awaited<ReturnType<typeof startGateway>>;

const per = (most: number) => ({ most, seconds: 60 });
const strict = {
  'public-reads': per(20),
  'signed-in-reads': per(5),
  writes: per(5),
  'link-writes': per(5),
  'open-writes': per(4),
  'open-writes-daily': { most: 6, seconds: 86_400 },
  uploads: per(3),
  'bad-tokens': per(4),
};

let standing: OpenSurroundings;
let network: TestNetwork;
let organization: TestOrganization;
let environment: Environment;
/** Two behind a proxy of ours, which is this spec, and one that the world reaches directly. */
let [one, two, direct]: string[] = [];
const running = new Map<string, Gateway>();
const started: { close(): Promise<unknown> }[] = [];

async function open(over: Environment, at?: string): Promise<string> {
  const port = at === undefined ? await freePort() : Number(new URL(at).port);
  const gateway = await startGateway({
    ...environment,
    LIMITS: JSON.stringify(strict),
    LIMITS_PATIENCE_MS: '4000',
    ...over,
    PORT: String(port),
  });
  const origin = `http://127.0.0.1:${String(port)}`;
  running.set(origin, gateway);
  return origin;
}
const proxied = { TRUSTED_PROXIES: '127.0.0.1' };

beforeAll(async () => {
  standing = await openSurroundings();
  const environments = environmentsFor(standing.parts);
  environment = environments.gateway;
  for (const name of ['membership', 'repository'] as const) started.push(await startService(definitionOf(name), environments[name]));
  started.push(await startGateway(environment));
  [one, two, direct] = [await open(proxied), await open(proxied), await open({})];
  network = await standing.people.openNetwork();
  organization = await standing.people.openOrganization(network);
}, 60_000);
afterAll(async () => {
  for (const gateway of [...running.values(), ...started.reverse()]) await gateway.close();
  await standing.close();
});
afterEach(() => shiftClocks(0));

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

let addresses = 0;
const newAddress = () => `203.0.113.${String(++addresses)}`;
const newPerson = () => standing.people.enrol('suplente', network, organization);

async function ask(url: string, init: RequestInit & { readonly from?: string } = {}): Promise<Answer> {
  const { from, ...rest } = init;
  const headers = { ...(from === undefined ? {} : { 'x-forwarded-for': from }), ...(rest.headers as Record<string, string> | undefined) };
  const response = await fetch(url, { ...rest, headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
const body = (value: object) => ({ method: 'POST', body: JSON.stringify(value) });
const json = { 'content-type': 'application/json' };
const read = (origin = '', from?: string) => ask(`${origin}/api/v1/networks`, from === undefined ? {} : { from });
const openLink = (origin = '', from?: string, more: Record<string, string> = {}, extra: object = {}) =>
  ask(`${origin}/api/v1${confirmApplication.path.replace('{network}', network.code)}`, {
    ...body({ ...confirmApplication.example.input, secret: 'x'.repeat(43), ...extra }),
    headers: { ...json, ...more },
    ...(from === undefined ? {} : { from }),
  });
const headersOf = ({ token, actingFor }: Person) => ({ ...json, authorization: `Bearer ${token}`, 'alianza-acting-for': actingFor ?? '' });
const draft = (origin = '', person: Person, more: Record<string, string> = {}) =>
  ask(`${origin}/api/v1${draftPractice.path.replace('{network}', network.code)}`, {
    ...body({ content: completeContent() }),
    headers: { ...headersOf(person), 'idempotency-key': crypto.randomUUID(), ...more },
  });
const me = (origin = '', token: string, from?: string) =>
  ask(`${origin}/api/v1${getMe.path}`, { headers: { authorization: `Bearer ${token}` }, ...(from === undefined ? {} : { from }) });

/** So many on each of both at the same time. */
const onBoth = (times: number, send: (origin: string) => Promise<Answer>) =>
  Promise.all([one, two].flatMap((origin) => Array.from({ length: times }, () => send(origin!))));
/** How many reads were still let in until one was refused: few enough that they did not use the limit up themselves. */
async function readUntilRefused(send: () => Promise<Answer>, every = 150): Promise<number> {
  let polls = 0;
  await eventually(async () => (await send()).status === 429 || (polls++, pause(every, false)));
  return polls;
}
const passed = (answers: readonly Answer[]) => answers.filter(({ status }) => status !== 429).length;

describe('over two gateways', () => {
  it('a person writes as often as one of them would let them, and hears when to come back', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const answers = await onBoth(6, (origin) => draft(origin, person));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(5).fill(200), ...Array<number>(7).fill(429)]);
    const written = await rowsOf('repository', 'select 1 from practice where network_id = $1', [network.id]);
    expect(written).toHaveLength(5);
    const refused = await draft(one, person, { 'accept-language': 'en' });
    expect(JSON.parse(refused.body)).toMatchObject({
      code: 'rate-limited',
      params: { limit: 'writes' },
      detail: expect.stringContaining('Wait a moment'),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('ratelimit-policy')).toBe('"writes";q=5;w=60');
    expect(refused.headers.get('ratelimit')).toMatch(/^"writes";r=0;t=\d+$/);
    const first = await draft(one, other);
    expect([first.status, first.headers.get('ratelimit')?.split(';')[1]]).toEqual([200, 'r=4']);
  });

  it('an address uses links as often as one of them would let it; so does a whole IPv6 subscriber', async () => {
    const [address, other] = [newAddress(), newAddress()];
    expect(passed(await onBoth(6, (origin) => openLink(origin, address)))).toBe(5);
    expect((await openLink(two, other)).status).toBe(404);
    let host = 0;
    expect(passed(await onBoth(6, (origin) => openLink(origin, `2001:db8:1:2::${(++host).toString(16)}`)))).toBe(5);
    expect((await openLink(one, '2001:db8:1:3::1')).status).toBe(404);
  });

  it('an address reads at most what one of them would let it and what passes in a second', async () => {
    const [address, other] = [newAddress(), newAddress()];
    const first = await Promise.all(Array.from({ length: 30 }, () => read(one, address)));
    expect(passed(first)).toBe(20);
    expect(await readUntilRefused(() => read(two, address))).toBeLessThan(20); // told once a second
    expect([(await read(one, other)).status, (await read(two, other)).status]).toEqual([200, 200]);
  });

  it('a person reads as often, and uploads of an address are counted', async () => {
    const person = await newPerson();
    const reads = [];
    for (let turn = 0; turn < 7; turn++) reads.push((await me(one, person.token)).status);
    expect(reads).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(await readUntilRefused(() => me(two, person.token), 700)).toBeLessThan(5);
    const upload = (origin: string) =>
      ask(`${origin}/api/v1/${network.code}/uploads?purpose=application-letter`, { ...body({}), headers: json, from: '203.0.113.250' });
    expect((await onBoth(3, upload)).map(({ status }) => status).sort()).toEqual([400, 400, 400, 429, 429, 429]);
  });
});

describe('who is counted', () => {
  it('cannot be chosen by a header or a body', async () => {
    const names = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'x-client-ip', 'via'];
    const sent = names.flatMap((name, index) => [
      openLink(direct, undefined, { [name]: name === 'forwarded' ? `for=198.51.100.${String(index)}` : `198.51.100.${String(index)}` }),
      openLink(direct, undefined, {}, { ip: `198.51.100.${String(index)}`, address: newAddress() }),
    ]);
    expect(passed(await Promise.all(sent))).toBe(5);
    const person = await newPerson();
    const drafts = names.map((name, index) => draft(direct, person, { [name]: `198.51.100.${String(index)}`, 'user-agent': name }));
    expect(passed(await Promise.all(drafts))).toBe(5);
  });

  it('behind a proxy is whom the proxy saw, not whom that one names', async () => {
    const address = newAddress();
    const forged = Array.from({ length: 12 }, (_none, index) => openLink(one, `198.51.100.${String(index)}, ${address}`));
    expect(passed(await Promise.all(forged))).toBe(5);
  });

  it('is nobody for health and for files of the portal', async () => {
    const from = newAddress();
    for (let turn = 0; turn < 21; turn++) await read(one, from);
    const page = await ask(`${one!}/`, { from, headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    expect(page.body).toContain('Demasiados intentos seguidos');
    for (const path of ['/salud', '/salud/listo', '/favicon.svg', '/robots.txt'])
      expect([path, (await ask(one! + path, { from })).status]).toEqual([path, 200]);
    for (const path of ['/api/openapi.json', '/api/problems/internal', '/files/x', '/realms/alianza/.well-known/openid-configuration'])
      expect([path, (await ask(one! + path, { from })).status]).toEqual([path, 429]);
  });

  it('is kept under a name that tells nobody who it is', async () => {
    const person = await newPerson();
    await draft(one, person);
    const rows = await rowsOf<{ id: string }>('gateway', 'select * from rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ id }) => !/^[\w-]{22}$/.test(id))).toEqual([]);
    const [logged] = await rowsOf<{ persistence: string }>(
      'gateway',
      `select relpersistence as persistence from pg_class where relname = 'rate_limit'`,
    );
    expect(logged).toEqual({ persistence: 'u' });
  });
});

it('tokens that do not hold are looked at a few times; who has just shown a good one goes on', async () => {
  const [from, other] = [newAddress(), newAddress()];
  const [known, fresh] = [await newPerson(), await newPerson()];
  expect((await me(one, known.token, from)).status).toBe(200);
  const guesses = [];
  for (let turn = 0; turn < 6; turn++) guesses.push((await me(one, `guess${String(turn)}`, from)).status);
  expect(guesses).toEqual([401, 401, 401, 401, 429, 429]);
  expect([(await me(one, fresh.token, from)).status, (await me(one, known.token, from)).status]).toEqual([429, 200]);
  expect((await me(one, fresh.token, other)).status).toBe(200);
});

describe('a limit', () => {
  it('outlives its gateway', async () => {
    const [person, address] = [await newPerson(), newAddress()];
    await Promise.all(Array.from({ length: 6 }, () => draft(one, person)));
    await Promise.all(Array.from({ length: 20 }, () => read(one, address)));
    await running.get(one!)?.close();
    await open(proxied, one);
    expect((await draft(one, person)).status).toBe(429);
    expect(await readUntilRefused(() => read(one, address))).toBeLessThan(20);
  });

  it('ends with its time, and is forgotten', async () => {
    const [person, address] = [await newPerson(), newAddress()];
    await Promise.all(Array.from({ length: 6 }, () => draft(one, person)));
    await Promise.all(Array.from({ length: 21 }, () => read(one, address)));
    expect([(await draft(one, person)).status, (await read(one, address)).status]).toEqual([429, 429]);
    shiftClocks(61_000);
    expect([(await draft(one, person)).status, (await read(one, address)).status]).toEqual([200, 200]);
    const anew = `select used from rate_limit where ends_at between now() + interval '61 seconds' and now() + interval '122 seconds'`;
    const counted = await eventually(async () => {
      const rows = await rowsOf('gateway', anew);
      return rows.length === 2 && rows;
    });
    expect(counted).toEqual([{ used: 1 }, { used: 1 }]); // nothing of what was counted before and told late
    await running.get(two!)?.close();
    await open(proxied, two);
    const late = await rowsOf('gateway', `select 1 from rate_limit where ends_at <= now() + interval '59 seconds'`);
    expect(late).toEqual([]);
  });

  it('lets an address apply so often in a day, and not only in an hour', async () => {
    const address = newAddress();
    const apply = async (times: number) => {
      const answers: number[] = [];
      for (let turn = 0; turn < times; turn++)
        answers.push(
          (await ask(`${turn % 2 === 0 ? one : two}/api/v1/${network.code}/applications`, { ...body({}), headers: json, from: address }))
            .status,
        );
      return answers;
    };
    expect(await apply(5)).toEqual([400, 400, 400, 400, 429]);
    shiftClocks(61_000);
    expect(await apply(3)).toEqual([400, 400, 429]);
    shiftClocks(122_000);
    expect(await apply(1)).toEqual([429]);
    const english = { ...json, 'accept-language': 'en' };
    const { body: refusal } = await ask(`${one}/api/v1/${network.code}/applications`, { ...body({}), headers: english, from: address });
    expect(JSON.parse(refusal)).toMatchObject({ params: { wait: 'day' }, detail: expect.stringContaining('in a day at the latest') });
  });

  it('holds in each gateway while the database is away, and among all again once it is back', async () => {
    const admin = new pg.Client(shared().postgres);
    await admin.connect();
    const name = new URL(await workerDatabase('gateway')).pathname.slice(1);
    const database = pg.escapeIdentifier(name);
    const [person, later] = [await newPerson(), await newPerson()];
    try {
      await admin.query(`alter database ${database} allow_connections false`);
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rate limits' and datname = $1`, [
        name,
      ]);
      const drafts = await Promise.all(Array.from({ length: 8 }, () => draft(one, person)));
      expect(drafts.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    } finally {
      await admin.query(`alter database ${database} allow_connections true`);
      await admin.end();
    }
    await eventually(async () => (await draft(two, person)).status === 429); // told what was counted meanwhile
    await eventually(async () => {
      const probe = await newPerson();
      return passed(await onBoth(6, (origin) => draft(origin, probe))) === 5;
    });
    expect(passed(await onBoth(6, (origin) => draft(origin, later)))).toBe(5);
  });
});
