import { expect, it } from '@jest/globals';
import { fewHeaders } from './few-headers.js';

const none = {
  'accept-language': undefined,
  'if-none-match': undefined,
  traceparent: undefined,
  'x-correlation-id': undefined,
  'x-forwarded-for': undefined,
};

it('reads what a kept answer depends on, however it is spelt, and nothing else', () => {
  expect(fewHeaders(['Host', 'a', 'Accept-Language', 'es', 'CONSTRUCTOR', 'x', '__proto__', 'y', 'If-None-Match', '"1"'])).toEqual({
    ...none,
    'accept-language': 'es',
    'if-none-match': '"1"',
  });
  expect(fewHeaders([])).toEqual(none);
});

it('reads nothing of a request that says one of them twice', () => {
  expect(fewHeaders(['accept-language', 'es', 'Accept-Language', 'en'])).toBeNull();
  expect(fewHeaders(['x-forwarded-for', '', 'X-Forwarded-For', '10.0.0.1'])).toBeNull();
});
