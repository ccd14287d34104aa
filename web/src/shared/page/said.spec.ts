import { expect, it } from '@jest/globals';
import { isOver } from './said.js';

const said = (over: object = {}) => ({ words: 'Hecho', of: '/miembro/practicas', ahead: false, ...over });
const [here, elsewhere] = ['/miembro/practicas', '/miembro'];

it.each([
  ['of the page at hand stays', said(), { at: here, moved: false }, false],
  ['once its page was left is dropped', said(), { at: elsewhere, moved: true }, true],
  [
    'when its page was left before it was done is dropped, and not kept for when that is opened again',
    said(),
    { at: elsewhere, moved: false },
    true,
  ],
  ['of the page to come waits for it', said({ ahead: true }), { at: elsewhere, moved: false }, false],
  ['of the page to come stays when that is there', said({ ahead: true }), { at: here, moved: true }, false],
  ['of the page to come is dropped when another comes', said({ ahead: true }), { at: elsewhere, moved: true }, true],
])('what is said %s', (_what, one, place, over) => {
  expect([isOver(one, place), isOver(null, place)]).toEqual([over, false]);
});
