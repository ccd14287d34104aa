import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { drafted } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { openReceiver, type ReceivedSpan, type Receiver } from '@alianza/testing/observe/otlp-receiver';
import { asReviewer, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { rowsOf } from '@alianza/testing/rows';
import { openWorld, type World } from '@alianza/testing/world';
import { randomBytes } from 'node:crypto';

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const word = `Marca${hex(4)}`;

let receiver: Receiver;
let world: World;
let setting: Setting;
let practice: EditablePractice;

beforeAll(async () => {
  receiver = await openReceiver();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.url;
  world = await openWorld();
  setting = await openSetting(world);
  await asReviewer(setting);
  practice = await drafted(setting, { place: word });
}, 90_000);
afterAll(async () => {
  await world?.close();
  await receiver.close();
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
});

/** Somebody outside asks, within a trace of his own. */
async function submit(traceId: string, spanId: string) {
  const { token, actingFor } = await asTitular(setting);
  const path = submitPractice.path.replace('{network}', setting.network.code).replace('{id}', practice.id);
  return fetch(`${world.origin}/api/v1${path}`, {
    method: 'POST',
    headers: {
      traceparent: `00-${traceId}-${spanId}-00`,
      authorization: `Bearer ${token}`,
      'alianza-acting-for': actingFor ?? '',
      'if-match': `"${practice.version}"`,
      'idempotency-key': hex(8),
      'content-type': 'application/json',
    },
    body: '{"terms":1}',
  });
}

describe('one write', () => {
  const [traceId, outside] = [hex(16), hex(8)];
  let spans: ReceivedSpan[] = [];
  const find = (service: string, name: string, parent?: ReceivedSpan): ReceivedSpan => {
    const fits = (span: ReceivedSpan) => span.name === name && (parent === undefined || span.parentSpanId === parent.spanId);
    const found = spans.find((span) => span.service === `alianza-${service}` && fits(span));
    if (!found) throw new Error(`no span ${name} of ${service} below ${parent?.name ?? 'anything'} among:\n${told()}`);
    return found;
  };
  const told = () => spans.map(({ service, name, spanId, parentSpanId }) => `${service} ${name} ${spanId} < ${parentSpanId}`).join('\n');

  beforeAll(async () => {
    const answer = await submit(traceId, outside);
    expect([answer.status, answer.headers.get('x-correlation-id')]).toEqual([200, traceId]);
    // What each service ends last: each hands over its own, when its second is over.
    const last = [
      ['gateway', 'POST /api/v1/:network/practices/:id/submit'],
      ['repository', 'repository.practices.submit'],
      ['repository', 'publish ev.repository.practice.submitted.v1'],
      ['membership', 'membership.recipients.list'],
      ['notifications', 'job notices'],
      ['notifications', 'job mails'],
      ['audit', 'consume audit-repository'],
    ] as const;
    await eventually(() => {
      spans = receiver.spans(traceId);
      return last.every(([service, name]) => spans.some((span) => span.service === `alianza-${service}` && span.name === name));
    }, 20_000).catch(() => {
      throw new Error(`the trace did not come whole:\n${told()}`);
    });
  }, 60_000);

  it('is one trace from the reader to the database', () => {
    const http = find('gateway', 'POST /api/v1/:network/practices/:id/submit');
    expect(http.parentSpanId).toBe(outside);
    const who = find('gateway', 'who asks', http);
    const resolving = find('gateway', 'membership.principals.resolve', who);
    const resolved = find('membership', 'membership.principals.resolve', resolving);
    find('membership', 'sql principals_standings', resolved);
    const asked = find('gateway', 'repository.practices.submit', http);
    find('gateway', 'sign the pass', asked);
    const answered = find('repository', 'repository.practices.submit', asked);
    find('repository', 'open the pass', answered);
    const transaction = find('repository', 'transaction', answered);
    for (const statement of ['sql begin', 'sql insert', 'sql update', 'sql commit']) find('repository', statement, transaction);
    find('repository', 'output', transaction);
  });

  it('goes on with the event to each consumer, what it writes and the mail it sends', () => {
    const published = find('repository', 'publish ev.repository.practice.submitted.v1', find('repository', 'transaction'));
    const audit = find('audit', 'consume audit-repository', published);
    const chained = find('audit', 'transaction', audit);
    expect(spans.filter(({ parentSpanId, text }) => parentSpanId === chained.spanId && text.includes('entry'))).not.toEqual([]);
    const planned = find('notifications', 'consume notifications-notices-repository', published);
    const notices = find('notifications', 'job notices', find('notifications', 'transaction', planned));
    find('membership', 'membership.recipients.list', find('notifications', 'membership.recipients.list', notices));
    const mail = spans.find(({ name }) => name === 'job mails');
    expect(spans.find(({ spanId }) => spanId === mail?.parentSpanId)).toMatchObject({
      name: 'transaction',
      service: 'alianza-notifications',
    });
  });

  it('keeps the trace with the event, where a crash leaves it', async () => {
    const sql = `select traceparent from outbox where event ->> 'subject' = 'ev.repository.practice.submitted.v1'`;
    const rows = await rowsOf<{ traceparent: string }>('repository', sql);
    expect(rows.map(({ traceparent }) => traceparent)).toEqual([`00-${traceId}-${find('repository', 'transaction').spanId}-01`]);
  });

  it('names nobody and nothing that somebody wrote', async () => {
    const titular = await asTitular(setting);
    const reviewer = await asReviewer(setting);
    const private_ = [
      word,
      titular.email,
      reviewer.email,
      titular.token,
      titular.id,
      setting.network.code,
      setting.network.id,
      practice.id,
    ];
    const everything = receiver.everything();
    expect(private_.filter((text) => everything.includes(text))).toEqual([]);
    expect(everything).toContain('set_config(?, ?');
  });
});

it('names a problem after the trace it happened in', async () => {
  const traceId = hex(16);
  const path = getPractice.path.replace('{network}', setting.network.code).replace('{slug}', 'no-existe');
  const answer = await fetch(`${world.origin}/api/v1${path}`, { headers: { traceparent: `00-${traceId}-${hex(8)}-01` } });
  expect(await answer.json()).toMatchObject({ code: 'practice-not-found', traceId });
  const refused = await eventually(() => receiver.spans(traceId).find(({ name }) => name.startsWith('GET ')));
  expect(refused.attributes).toMatchObject({ 'error.type': 'practice-not-found', 'http.response.status_code': 404 });
});

it('begins a trace under the correlation id where nobody brought one', async () => {
  const answer = await fetch(`${world.origin}/api/v1/${setting.network.code}/practices`);
  const correlation = answer.headers.get('x-correlation-id') ?? '';
  expect(correlation).toMatch(/^[0-9a-f]{32}$/);
  const span = await eventually(() => receiver.spans(correlation).find(({ name }) => name === 'GET /api/v1/:network/practices'));
  expect(span.parentSpanId).toBe('');
  await eventually(() =>
    receiver.spans(correlation).find(({ service, name }) => service === 'alianza-repository' && name.startsWith('sql ')),
  );
});
