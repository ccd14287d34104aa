import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { randomBytes } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { openLog } from '../run/log.js';
import { Metrics } from './metrics.js';
import { Observer } from './observer.js';
import { listenToSpans, openTracing } from './spans.js';
import { alignSpans, current, inShortSpan, inSpan } from './tracing.js';

const log = openLog('spec', 'silent');
const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const entering = { name: 'GET /', hop: 'http' } as const;
const heard: ReadableSpan[] = [];
let stopListening: () => void;

beforeEach(() => {
  heard.length = 0;
  stopListening = listenToSpans((span) => heard.push(span));
});
afterEach(() => stopListening());

async function observing(part = 1): Promise<Observer> {
  return new Observer(new Metrics('spec'), await openTracing('spec', { OTEL_TRACES_SAMPLER_ARG: part }, log));
}

it('makes none where nobody wants any', async () => {
  stopListening();
  expect(await openTracing('spec', { OTEL_TRACES_SAMPLER_ARG: 1 }, log)).toBeNull();
  expect(await inSpan(entering, () => Promise.resolve(current.getStore()))).toBeUndefined();
});

it('decides at the edge which are kept, whatever the caller says of it', async () => {
  const { tracing } = await observing(0.25);
  const asked = Array.from({ length: 400 }, () => ({ traceparent: `00-${hex(16)}-${hex(8)}-01`, correlation: 'request-0001' }));
  const kept = asked.map((each) => tracing?.enter(entering, each)).filter((span) => span !== null);
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.length).toBeLessThan(160);
  const none = (await observing(0)).tracing;
  expect(none?.enter(entering, asked[0]!)).toBeNull();
  const all = (await observing()).tracing;
  expect(all?.enter(entering, { traceparent: `00-${hex(16)}-${hex(8)}-00`, correlation: 'request-0001' })).not.toBeNull();
});

it('goes on elsewhere only with what is kept', async () => {
  const { events } = await observing();
  expect(events.publishes('ev.spec').join(`00-${hex(16)}-${hex(8)}-00`).traceparent).toBeUndefined();
  expect(events.publishes('ev.spec').join(null).traceparent).toBeUndefined();
  const traceId = hex(16);
  expect(events.publishes('ev.spec').join(`00-${traceId}-${hex(8)}-01`).traceparent).toContain(traceId);
});

it('has times finer than a millisecond, that add up', async () => {
  const { tracing } = await observing();
  const outer = tracing?.enter(entering, { correlation: hex(16) });
  await outer?.run(() =>
    inSpan({ name: 'inner', hop: 'service' }, () => Promise.resolve(inShortSpan({ name: 'innermost', hop: 'output' }, () => 1))),
  );
  outer?.end();
  const [innermost, inner, whole] = heard;
  const start = ({ startTime: [s, ns] }: ReadableSpan) => s * 1e9 + ns;
  const end = ({ endTime: [s, ns] }: ReadableSpan) => s * 1e9 + ns;
  const instants = [whole!, inner!, innermost!].map(start).concat([innermost!, inner!, whole!].map(end));
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
  expect(heard.some(({ duration: [, ns] }) => ns % 1e6 !== 0)).toBe(true);
});

it('follows the time of day where the counter of the process has strayed from it', async () => {
  const { tracing } = await observing();
  const beginning = () => {
    tracing?.enter(entering, { correlation: hex(16) })?.end();
    return (heard.at(-1)?.startTime[0] ?? 0) * 1000;
  };
  const before = beginning();
  alignSpans(new Date(before + 3_600_000));
  const shifted = beginning() - before;
  alignSpans(new Date());
  expect(shifted).toBeGreaterThanOrEqual(3_599_000);
  expect(Math.abs(beginning() - Date.now())).toBeLessThan(60_000);
});

it('ends with the code of what went wrong, and none of its words', async () => {
  const { tracing } = await observing();
  const outer = tracing?.enter(entering, { correlation: hex(16) });
  const failing = () => inSpan({ name: 'inner', hop: 'service' }, () => Promise.reject(new Error('row of ana@example.org')));
  await expect(outer?.run(failing)).rejects.toThrow();
  expect(heard[0]?.attributes).toMatchObject({ 'error.type': 'internal' });
  expect(JSON.stringify([heard[0]?.attributes, heard[0]?.status, heard[0]?.events])).not.toContain('ana');
});

it('runs deliveries that are taken together in the first that has a trace, which names the others', async () => {
  const { events } = await observing();
  const parents = [undefined, `00-${hex(16)}-${hex(8)}-01`, `00-${hex(16)}-${hex(8)}-01`];
  const inside = await events.consumes('spec-durable').take(parents, () => Promise.resolve(current.getStore()?.traceId));
  const [, second = '', third = ''] = parents.map((parent) => parent?.split('-')[1]);
  expect(inside).toBe(second);
  expect(heard.map((span) => [span.spanContext().traceId, span.links.map(({ context }) => context.traceId)])).toEqual([
    [second, [third]],
    [third, []],
  ]);
});

/** A collector that does as it is told with whoever comes. */
async function collector(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    answer(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  const config = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, OTEL_TRACES_SAMPLER_ARG: 1 };
  return { config, close, asking: () => sockets.size };
}

it('leaves within a moment when the collector never answers', async () => {
  process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '30000'; // milliseconds; ten seconds where nothing is said
  const silent = await collector(() => undefined);
  const tracing = await openTracing('spec', silent.config, log);
  tracing?.enter(entering, { correlation: hex(16) })?.end();
  await tracing?.close();
  expect(silent.asking()).toBe(1); // the exporter itself still waits
  silent.close();
  delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
});

it('says once that the collector does not take them', async () => {
  const refusing = await collector(
    (socket) => void socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')),
  );
  const said: string[] = [];
  const tracing = await openTracing('spec', refusing.config, pino({}, { write: (line: string) => void said.push(line) }));
  for (let turn = 0; turn < 600; turn++) tracing?.enter(entering, { correlation: hex(16) })?.end(); // more than one batch
  await tracing?.close();
  expect(said.filter((line) => line.includes('traces could not be handed over'))).toHaveLength(1);
  refusing.close();
});
