import { expect, it } from '@jest/globals';
import { hopsOf, type FinishedSpan } from './hops.js';
import { hopAttribute, type Hop } from './tracing.js';

let made = 0;

/** From and to in milliseconds of a minute of some day. */
function span(hop: Hop, [from, to]: readonly [number, number], parent?: FinishedSpan): FinishedSpan {
  const spanId = String(++made);
  const at = (ms: number): [number, number] => [1_800_000_000 + Math.floor(ms / 1000), (ms % 1000) * 1e6];
  return {
    startTime: at(from),
    endTime: at(to),
    attributes: { [hopAttribute]: hop },
    parentSpanContext: parent?.spanContext(),
    spanContext: () => ({ traceId: 'one', spanId }),
  };
}

/** A read of ten milliseconds, later than `start`. */
function request(start: number): FinishedSpan[] {
  const at = (from: number, to: number) => [start + from, start + to] as const;
  const http = span('http', at(0, 10));
  const who = span('signature', at(0.5, 1.5), http);
  const nats = span('nats', at(2, 9), http);
  const service = span('service', at(3, 8.5), nats);
  const transaction = span('transaction', at(4, 8), service);
  const statements = [span('sql', at(4, 6), transaction), span('sql', at(5, 7), transaction)];
  const output = span('output', at(7, 7.5), transaction);
  return [http, who, nats, service, transaction, ...statements, output];
}

const near = (value: number) => expect.closeTo(value, 3);

it('gives each hop its own time, what overlaps once, and adds up to the whole', () => {
  const hops = hopsOf([...request(0), ...request(100), ...request(200)]);
  expect(hops).toEqual(
    [
      ['http', 2, 0.2],
      ['signature', 1, 0.1],
      ['nats', 1.5, 0.15],
      ['service', 1.5, 0.15],
      ['transaction', 0.5, 0.05],
      ['sql', 3, 0.3],
      ['output', 0.5, 0.05],
      ['all', 10, 1],
    ].map(([hop, ms, share]) => ({ hop, p50: near(ms as number), p99: near(ms as number), share: near(share as number) })),
  );
});

it('counts neither what is told after the answer nor what belongs to no request', () => {
  const [http, ...rest] = request(0) as [FinishedSpan, ...FinishedSpan[]];
  const outbox = span('outbox', [11, 20], rest.at(-1));
  const consumer = span('consumer', [20, 60], outbox);
  const late = span('sql', [30, 50], consumer);
  const stray = span('sql', [0, 1000]);
  expect(hopsOf([http, ...rest, outbox, consumer, late, stray])).toEqual(hopsOf([http, ...rest]));
});

it('takes of a child only what lies within its parent', () => {
  const http = span('http', [0, 10]);
  const nats = span('nats', [2, 14], http);
  const [all] = hopsOf([http, nats]).slice(-1);
  expect(hopsOf([http, nats])[0]).toMatchObject({ hop: 'http', p50: near(2) });
  expect(all).toMatchObject({ p50: near(10) });
});

it('tells the median and the hundredth', () => {
  const spans = Array.from({ length: 100 }, (_none, index) =>
    span('http', [index * 1000, index * 1000 + (index === 99 ? 500 : 1 + index / 1000)]),
  );
  const [http] = hopsOf(spans);
  expect(http).toMatchObject({ p50: near(1.049), p99: near(1.098) });
});

it('has nothing to say of no request', () => {
  expect(hopsOf([])).toHaveLength(8);
  expect(hopsOf([]).every(({ p50, share }) => p50 === 0 && share === 0)).toBe(true);
});
