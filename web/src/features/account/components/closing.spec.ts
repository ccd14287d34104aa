import { expect, it } from '@jest/globals';
import { closing } from './closing.js';

it.each([
  ['nothing where nobody asked', { isAsked: false, left: 3, late: false }, null],
  ['on its way while others are seen', { isAsked: true, left: 3, late: false }, 'ended'],
  ['done once one is left', { isAsked: true, left: 1, late: false }, 'closed'],
  ['done late', { isAsked: true, left: 1, late: true }, 'closed'],
  ['not done for long', { isAsked: true, left: 2, late: true }, 'still'],
])('the closing of other sessions is %s', (_what, asked, said) => {
  expect(closing(asked)).toBe(said);
});
