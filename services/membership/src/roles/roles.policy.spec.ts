import { describe, expect, it } from '@jest/globals';
import type { Role as RoleName } from '@alianza/contracts/access';
import { expectLetter, expectMayEnd, mayTouch, organizationMeant } from './roles.policy.js';

const now = new Date('2026-03-01T12:00:00Z');
const principal = (roles: RoleName[], letterValidUntil: string | null = null) => ({
  roles,
  person: { id: 'me', language: 'es' as const },
  actingFor: 'ours',
  organizations: [{ id: 'ours', roles, status: 'active' as const, letterValidUntil }],
});
const staff = (role: RoleName) => ({ ...principal([role]), organizations: [], actingFor: null });
const holding = '2026-04-01T00:00:00.000Z';

describe('the organisation that is meant', () => {
  it('is the one acted for, and no other for its own people', () => {
    expect(organizationMeant(undefined, principal(['titular']), 'write')).toBe('ours');
    expect(organizationMeant('ours', principal(['titular']), 'read')).toBe('ours');
    expect(() => organizationMeant('theirs', principal(['titular']), 'read')).toThrow('organization-not-found');
    expect(() => organizationMeant(undefined, staff('secretariat'), 'read')).toThrow('acting-for-required');
  });

  it('is any for the secretariat, and for an auditor who reads', () => {
    for (const role of ['secretariat', 'secretariat-lead'] as const)
      expect(organizationMeant('theirs', staff(role), 'write')).toBe('theirs');
    expect(organizationMeant('theirs', staff('auditor'), 'read')).toBe('theirs');
    expect(() => organizationMeant('theirs', { ...staff('auditor'), actingFor: 'ours' }, 'write')).toThrow('organization-not-found');
  });

  it('has roles that its own people and the secretariat touch', () => {
    expect(mayTouch({ organizationId: 'ours' }, principal(['titular']))).toBe(true);
    expect(mayTouch({ organizationId: 'theirs' }, principal(['titular']))).toBe(false);
    expect(mayTouch({ organizationId: null }, { ...principal(['titular']), actingFor: null })).toBe(false);
    expect(mayTouch({ organizationId: null }, staff('secretariat'))).toBe(true);
  });
});

describe('deciding who else speaks for it', () => {
  it.each([
    ['without a letter', null, false],
    ['with one that is over', '2026-03-01T12:00:00.000Z', false],
    ['with one that holds', holding, true],
  ])('%s', (_with, letter, may) => {
    const decide = () => expectLetter('ours', principal(['titular'], letter), now);
    if (may) expect(decide).not.toThrow();
    else expect(decide).toThrow('letter-required');
  });

  it('needs none of the secretariat', () => {
    expect(() => expectLetter('theirs', staff('secretariat'), now)).not.toThrow();
  });
});

/** Who ends what: null is yes. */
const table: readonly (readonly [RoleName, RoleName, string | null])[] = [
  ['titular', 'editor', null],
  ['titular', 'suplente', null],
  ['titular', 'titular', 'titular-hands-over'],
  ['titular', 'reviewer', 'role-reserved'],
  ['secretariat', 'titular', null],
  ['secretariat', 'reviewer', null],
  ['secretariat', 'secretariat', 'role-reserved'],
  ['secretariat', 'auditor', 'role-reserved'],
  ['secretariat-lead', 'secretariat', null],
  ['secretariat-lead', 'auditor', null],
];

describe('ending a role', () => {
  it.each(table)('%s, of %s: %s', (who, role, refused) => {
    const asking = who === 'titular' ? principal(['titular'], holding) : staff(who);
    const end = () => expectMayEnd({ role, organizationId: 'ours', personId: 'other' }, asking, now);
    if (refused === null) expect(end).not.toThrow();
    else expect(end).toThrow(refused);
  });

  it('of another organisation is not there', () => {
    const role = { role: 'editor' as const, organizationId: 'theirs', personId: 'other' };
    expect(() => expectMayEnd(role, principal(['titular'], holding), now)).toThrow('role-not-found');
  });

  it('of a suplente needs a letter, of an editor none', () => {
    const of = (role: RoleName) => ({ role, organizationId: 'ours', personId: 'other' });
    expect(() => expectMayEnd(of('suplente'), principal(['titular']), now)).toThrow('letter-required');
    expect(() => expectMayEnd(of('editor'), principal(['titular']), now)).not.toThrow();
  });

  it('is not one’s own in the secretariat, nor the titular’s where one acts for the organisation', () => {
    const own = { role: 'secretariat-lead' as const, organizationId: null, personId: 'me' };
    expect(() => expectMayEnd(own, staff('secretariat-lead'), now)).toThrow('role-reserved');
    const titular = { role: 'titular' as const, organizationId: 'ours', personId: 'other' };
    expect(() => expectMayEnd(titular, principal(['secretariat']), now)).toThrow('organization-is-own');
  });
});
