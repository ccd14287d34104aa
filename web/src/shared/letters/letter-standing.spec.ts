import { expect, it } from '@jest/globals';
import { standingOf } from './letter-standing.js';

it.each([
  ['accredited', 'far', 'done'],
  ['accredited', 'soon', 'soon'],
  ['accredited', 'over', 'late'],
  ['filed', 'far', 'open'],
  ['returned', 'over', 'late'],
] as const)('a letter that is %s and %s looks %s', (status, expiry, kind) => {
  expect(standingOf({ status, expiry })[0]).toBe(kind);
});
