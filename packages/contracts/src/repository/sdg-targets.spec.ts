import { expect, it } from '@jest/globals';
import { isSdgTarget } from './sdg-targets.js';

it('knows the 169 targets and no other', () => {
  const parts = [...Array.from({ length: 99 }, (_, at) => String(at + 1)), 'a', 'b', 'c', 'd', 'e', 'f'];
  const all = Array.from({ length: 99 }, (_, at) => at + 1).flatMap((goal) => parts.map((part) => `${String(goal)}.${part}`));
  expect(all.filter(isSdgTarget)).toHaveLength(169);
  expect(['5.4', '8.b', '3.d', '17.19', '16.10'].filter(isSdgTarget)).toHaveLength(5);
  expect(['99.9', '0.1', '5.7', '5.d', '17.a', '5.04', '5', ''].filter(isSdgTarget)).toEqual([]);
});
