import { expect, it } from '@jest/globals';
import { correlationOf } from './correlation.js';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

it('keeps the id of a caller, its trace first', () => {
  expect(correlationOf({ 'x-correlation-id': 'request-0001' })).toBe('request-0001');
  expect(correlationOf({ traceparent: `00-${trace}-00f067aa0ba902b7-01` })).toBe(trace);
  expect(correlationOf({ 'x-correlation-id': 'request-0001', traceparent: `00-${trace}-00f067aa0ba902b7-01` })).toBe(trace);
});

it('makes its own where what came is absent, foreign or no id at all', () => {
  const odd = [
    {},
    { 'x-correlation-id': 'a line\nbreak' },
    { 'x-correlation-id': 'x'.repeat(65) },
    { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
  ];
  const made = odd.map((headers) => correlationOf(headers));
  expect(new Set(made).size).toBe(odd.length);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
