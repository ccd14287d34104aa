import { describe, expect, it } from '@jest/globals';
import type { HeldRole } from '@alianza/contracts/membership/representation/roles';
import { noteOn, represents, successorsIn } from './titulars-letter.js';

type Letter = HeldRole['letters'][number];
const letter = (status: Letter['status'], expiry: Letter['expiry'] = 'far') => ({ status, expiry, validUntil: '2027-01-15' }) as Letter;
const role = (over: Partial<HeldRole>) => ({ role: 'titular', until: null, letters: [], ...over }) as HeldRole;

describe('a letter', () => {
  it('is for who represents the organisation now', () => {
    expect(
      [role({}), role({ role: 'suplente' }), role({ role: 'editor' }), role({ until: '2026-01-01T00:00:00Z' })].map(represents),
    ).toEqual([true, true, false, false]);
  });
});

describe('what is said first', () => {
  it.each([
    ['nothing is there', [], 'people.note.missing'],
    ['one was sent back', [letter('returned')], 'people.note.missing'],
    ['it is over', [letter('accredited', 'over')], 'people.note.missing'],
    ['one waits', [letter('filed'), letter('accredited', 'over')], 'people.note.waiting'],
    ['it ends soon', [letter('accredited', 'soon')], 'people.note.soon'],
    ['it ends soon and the next one waits', [letter('filed'), letter('accredited', 'soon')], undefined],
    ['it holds', [letter('accredited')], undefined],
  ] as const)('where %s', (_where, letters, key) => {
    expect(noteOn([role({ letters: [...letters] })])?.key).toBe(key);
  });

  it('is nothing where nobody is titular', () => {
    expect(noteOn([role({ role: 'suplente' })])).toBeNull();
  });
});

it('everybody but the titular may succeed, each once, and nobody who left', () => {
  const of = (personId: string, over: Partial<HeldRole> = {}) =>
    role({ personId, name: personId.toUpperCase(), role: 'suplente', ...over });
  const items = [
    of('a', { role: 'titular' }),
    of('b'),
    of('b', { role: 'editor' }),
    of('a', { role: 'editor' }),
    of('c', { until: '2026-01-01T00:00:00Z' }),
  ];
  expect(successorsIn(items)).toEqual([['b', 'B']]);
});
