import { expect, it } from '@jest/globals';
import { standingOf } from './letter-standing.js';

it.each([
  ['accredited', 'far', 'done'],
  ['accredited', 'soon', 'soon'],
  ['accredited', 'over', 'late'],
  ['filed', 'far', 'open'],
  ['returned', 'over', 'late'],
  ['closed', 'far', 'still'],
] as const)('a letter that is %s and %s looks %s', (status, expiry, kind) => {
  expect(standingOf({ status, expiry, closing: null })[0]).toBe(kind);
});

it('a letter that holds no more says why', () => {
  const said = (closing: 'replaced' | 'ended') => standingOf({ status: 'closed', expiry: 'far', closing })[1];
  expect([said('replaced'), said('ended')]).toEqual(['people.letter.replaced', 'people.letter.ended']);
});
