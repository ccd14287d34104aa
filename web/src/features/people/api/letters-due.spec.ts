import { describe, expect, it } from '@jest/globals';
import type { HeldRole, OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import { letterDue, noteOn, represents, successorsIn } from './letters-due.js';

type Letter = HeldRole['letters'][number];
const letter = (status: Letter['status'], expiry: Letter['expiry'] = 'far') => ({ status, expiry, validUntil: '2027-01-15' }) as Letter;
const invited = (over: Partial<OrganizationPeople['invitations'][number]>) => [over] as OrganizationPeople['invitations'];
const active = { status: 'active' } as const;
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
    ['its renewal was sent back', [letter('returned'), letter('accredited')], 'people.note.returned'],
    ['it ends soon', [letter('accredited', 'soon')], 'people.note.soon'],
    ['it ends soon and the next one waits', [letter('filed'), letter('accredited', 'soon')], undefined],
    ['it holds', [letter('accredited')], undefined],
  ] as const)('where %s', (_where, letters, key) => {
    expect(noteOn({ organization: active, items: [role({ letters: [...letters] })], invitations: [] })?.key).toBe(key);
  });

  it('is that nobody is titular, unless somebody is asked to be', () => {
    const items = [role({ role: 'suplente' })];
    const said = (expired: boolean) => noteOn({ organization: active, items, invitations: invited({ role: 'titular', expired }) })?.key;
    expect([said(true), said(false)]).toEqual(['people.note.vacant', undefined]);
  });

  it('is first that the account of whoever is titular is disabled', () => {
    const items = [role({ disabled: true, letters: [letter('accredited')] })];
    expect(noteOn({ organization: active, items, invitations: [] })?.key).toBe('people.note.disabled');
  });

  it.each(['suspended', 'withdrawn'] as const)('is nothing of an organisation that is %s, whoever it lacks', (status) => {
    const said = (items: HeldRole[]) => noteOn({ organization: { status }, items, invitations: [] });
    expect([said([]), said([role({})])]).toEqual([null, null]);
  });
});

describe('a letter to be filed', () => {
  it.each([
    ['of a role without one', [], { why: 'missing', date: null }],
    ['that was sent back', [letter('returned')], { why: 'returned', date: null }],
    ['whose renewal was sent back', [letter('returned'), letter('accredited')], { why: 'returned', date: '2027-01-15' }],
    [
      'whose renewal was sent back once it was over',
      [letter('returned'), letter('accredited', 'over')],
      { why: 'returned', date: '2027-01-15' },
    ],
    ['that is over', [letter('accredited', 'over')], { why: 'over', date: '2027-01-15' }],
    ['that ends soon', [letter('accredited', 'soon')], { why: 'soon', date: '2027-01-15' }],
  ] as const)('%s says why', (_which, letters, said) => {
    expect(letterDue({ letters: [...letters] })).toMatchObject(said);
  });

  it.each([
    ['another waits', [letter('filed'), letter('accredited', 'over')]],
    ['it holds for long', [letter('accredited')]],
  ] as const)('is none where %s', (_where, letters) => {
    expect(letterDue({ letters: [...letters] })).toBeNull();
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
