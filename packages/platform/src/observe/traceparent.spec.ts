import { expect, it } from '@jest/globals';
import { readTraceparent, traceIdOf, writeTraceparent } from './traceparent.js';

const [traceId, spanId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

it('reads what it writes', () => {
  const header = `00-${traceId}-${spanId}-01`;
  const read = readTraceparent(header);
  expect(read).toEqual({ traceId, spanId, traceFlags: 1, isRemote: true });
  expect(writeTraceparent(read!)).toBe(header);
});

it('reads of a later version what this one knows', () => {
  expect(readTraceparent(`cc-${traceId}-${spanId}-09-more`)).toMatchObject({ traceId, traceFlags: 1 });
});

it.each([
  undefined,
  '',
  'x',
  `00-${traceId}-${spanId}`,
  `ff-${traceId}-${spanId}-01`,
  `00-${'0'.repeat(32)}-${spanId}-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `00-${traceId.toUpperCase()}-${spanId}-01`,
  `00-${traceId}-${spanId}-01x`,
])('takes %s for nothing', (header) => {
  expect(readTraceparent(header)).toBeNull();
});

it('finds the trace that a correlation id stands for', () => {
  expect(traceIdOf(traceId)).toBe(traceId);
  expect(traceIdOf('4bf92f35-77b3-4da6-a3ce-929d0e0e4736')).toBe(traceId);
  expect([traceIdOf('request-0001'), traceIdOf('0'.repeat(32)), traceIdOf('')]).toEqual([null, null, null]);
});
