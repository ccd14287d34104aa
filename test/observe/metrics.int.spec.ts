import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import type { Event } from '@alianza/contracts/event';
import { networkOpened, openNetwork } from '@alianza/contracts/membership/networks';
import { roleGranted } from '@alianza/contracts/membership/people';
import { startGateway } from '@alianza/gateway/start';
import { freePort } from '@alianza/local/servers/free-port';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { openStand, principalOf, type Stand } from '@alianza/testing/stand';
import { rowsOf } from '@alianza/testing/rows';
import { jetstream } from '@nats-io/jetstream';
import { randomUUID } from 'node:crypto';

/** Three services in one process, each with a port of its own for whoever watches it. */
const watched = ['membership', 'audit', 'gateway'] as const satisfies readonly ServiceName[];
const ports = new Map<ServiceName, number>();
const code = `red-${randomUUID().slice(0, 8)}`;
let stand: Stand;
let origin: string;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let network: string;

beforeAll(async () => {
  stand = await openStand();
  for (const name of watched) ports.set(name, await freePort());
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const healthOf = (name: ServiceName) => ({ HEALTH_PORT: String(ports.get(name)) });
  await stand.start(definitionOf('membership'), healthOf('membership'));
  await stand.start(definitionOf('audit'), healthOf('audit'));
  gateway = await startGateway({ ...stand.environment('gateway'), ...healthOf('gateway'), KEEP_PUBLIC_MS: '60000', PORT: String(port) });
}, 90_000);
afterAll(async () => {
  await gateway?.close();
  await stand.close();
});

async function read(name: ServiceName): Promise<{ type: string; text: string }> {
  const response = await fetch(`http://127.0.0.1:${ports.get(name)}/metrics`);
  return { type: response.headers.get('content-type') ?? '', text: await response.text() };
}

/** The value of a line, by what it says first; undefined where there is none. */
async function valueOf(name: ServiceName, metric: string, labels: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const { text } = await read(name);
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = text.split('\n').find((each) => each.startsWith(`${metric}{`) && wanted.every((label) => each.includes(label)));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

it('counts a request at the edge, between the services and where it is answered', async () => {
  await fetch(`${origin}/api/v1/networks`);
  await fetch(`${origin}/api/v1/networks`);
  await fetch(`${origin}/api/v1/${code}`);
  const list = { operation: 'membership.networks.list', code: 'ok' };
  expect(await valueOf('gateway', 'alianza_http_request_seconds_count', list)).toBe(2);
  expect(await valueOf('gateway', 'alianza_nats_request_seconds_count', list)).toBe(1);
  expect(await valueOf('membership', 'alianza_operation_seconds_count', list)).toBe(1);
  expect(await valueOf('membership', 'alianza_sql_seconds_count', { via: 'lane' })).toBeGreaterThan(0);
  const refused = { operation: 'membership.networks.get', code: 'network-not-found' };
  expect(await valueOf('gateway', 'alianza_http_request_seconds_count', refused)).toBe(1);
  const kept = (outcome: string) => valueOf('gateway', 'alianza_public_answers_total', { of: 'request', outcome });
  expect([await kept('hit'), await kept('miss')]).toEqual([1, 2]);
});

it('counts what nobody serves, and never by its address', async () => {
  const secret = `secreto-${randomUUID()}`;
  expect((await fetch(`${origin}/api/v1/${secret}`, { method: 'DELETE' })).status).toBe(404);
  expect((await fetch(`${origin}/${secret}/${secret}`)).status).toBeGreaterThan(0);
  expect(await valueOf('gateway', 'alianza_http_request_seconds_count', { operation: 'page' })).toBe(1);
  expect(await valueOf('gateway', 'alianza_http_request_seconds_count', { operation: 'none' })).toBe(1);
  expect((await read('gateway')).text).not.toContain(secret);
});

it('counts a write, its event and who heard it', async () => {
  const as = { ...principalOf('operator', randomUUID()), networkId: null };
  ({ id: network } = await stand.call<{ id: string }>(openNetwork, { ...openNetwork.example.input, code }, { as }));
  const heard = { durable: 'audit-membership', code: 'ok' };
  await eventually(async () => ((await valueOf('audit', 'alianza_event_consume_seconds_count', heard)) ?? 0) > 0, 15_000);
  expect(await valueOf('membership', 'alianza_transaction_seconds_count', { mode: 'write', outcome: 'committed' })).toBeGreaterThan(0);
  expect(await valueOf('membership', 'alianza_event_publish_seconds_count', { code: 'ok' })).toBeGreaterThan(0);
  await eventually(async () => (await valueOf('membership', 'alianza_outbox_waiting')) === 0);
  expect(await valueOf('membership', 'alianza_outbox_oldest_seconds')).toBe(0);
  await eventually(
    async () => (await valueOf('audit', 'alianza_consumer_events', { durable: 'audit-membership', state: 'pending' })) === 0,
  );
});

it('counts what a consumer had done before', async () => {
  const [row] = await rowsOf<{ event: Event }>('membership', `select event from outbox where event ->> 'aggregateId' = $1`, [network]);
  const event = { ...row?.event, occurredAt: new Date().toISOString() };
  await jetstream(stand.nats).publish(networkOpened.subject, JSON.stringify(event), { msgID: randomUUID() });
  await eventually(async () => (await valueOf('audit', 'alianza_inbox_skipped_total', { durable: 'audit-membership' })) === 1);
});

it('says what waits, and for how long', async () => {
  const event = { id: randomUUID(), subject: roleGranted.subject, networkId: null };
  // a fact that no stream takes, so that it waits
  const put = `insert into outbox (event, recorded_at) values ($1, now() - interval '1 hour') returning position`;
  const [row] = await rowsOf<{ position: string }>('audit', put, [{ ...event, subject: 'no subject at all' }]);
  await rowsOf('audit', `insert into dead_letter (id, consumer, event, reason) values ($1, 'audit-membership', $2, 'spec')`, [
    event.id,
    event,
  ]);
  try {
    await eventually(async () => (await valueOf('audit', 'alianza_outbox_waiting')) === 1);
    expect(await valueOf('audit', 'alianza_outbox_oldest_seconds')).toBeGreaterThan(3500);
    expect(await valueOf('audit', 'alianza_dead_letters_waiting', { durable: 'audit-membership' })).toBe(1);
    expect(await valueOf('audit', 'alianza_jobs', { queue: 'housekeeping', state: 'failed' })).toBe(0);
  } finally {
    await rowsOf('audit', 'delete from outbox where position = $1', [row?.position]);
    await rowsOf('audit', 'delete from dead_letter where id = $1', [event.id]);
  }
});

it('is read on the port of health alone, as Prometheus reads it', async () => {
  for (const name of watched) {
    const { type, text } = await read(name);
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const names = series.map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(names.filter((each, at) => names.indexOf(each) !== at)).toEqual([]);
    expect(series.filter((line) => !line.includes(`service="${name}"`))).toEqual([]);
    expect(series.filter((line) => !/^[a-z0-9_]+\{[^}]+\} (?:Na[Nn]|-?[0-9.eE+-]+)$/.test(line))).toEqual([]);
    for (const metric of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds', 'alianza_pool_connections'])
      expect(names.some((each) => each.startsWith(metric))).toBe(true);
    for (const told of [code, network]) expect(text).not.toContain(told);
  }
  const outside = await fetch(`${origin}/metrics`);
  expect([outside.status, (await outside.text()).includes('alianza_')]).toEqual([404, false]);
});

it('is not there where nobody wants it', async () => {
  const port = await freePort();
  const silent = await stand.start(definitionOf('repository'), { HEALTH_PORT: String(port), METRICS: 'off' });
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
  await silent.close();
});
