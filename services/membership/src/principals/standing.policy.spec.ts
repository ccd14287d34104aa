import { describe, expect, it } from '@jest/globals';
import { networkItself, permissionsOf } from '@alianza/contracts/access';
import { standingOf, type Held } from './standing.policy.js';

const held = (role: Held['role'], organizationId: string | null = null, over: Partial<Held> = {}): Held => ({
  role,
  organizationId,
  status: organizationId === null ? null : 'active',
  letterValidUntil: null,
  ...over,
});
const signedIn = { secondFactor: false, actingFor: null };

describe('what somebody may do', () => {
  it('is nothing without a role', () => {
    expect(standingOf([], signedIn)).toEqual({
      roles: [],
      permissions: [],
      organizations: [],
      actingFor: null,
      secondFactorMissing: false,
    });
  });

  it('is for the only organisation there is', () => {
    const standing = standingOf([held('titular', 'a')], signedIn);
    expect(standing).toMatchObject({
      actingFor: 'a',
      roles: ['titular'],
      permissions: permissionsOf(['titular']),
    });
  });

  it('is for nobody in particular, with all roles together, where there are several and none was asked for', () => {
    const standing = standingOf([held('titular', 'a'), held('editor', 'b')], signedIn);
    expect(standing).toMatchObject({ actingFor: null, roles: ['titular', 'editor'] });
  });

  it('counts the roles in the organisation asked for and those of the network', () => {
    const all = [held('titular', 'a'), held('editor', 'b'), held('reviewer')];
    const standing = standingOf(all, { secondFactor: false, actingFor: 'b' });
    expect(standing).toMatchObject({
      actingFor: 'b',
      roles: ['editor', 'reviewer'],
      permissions: ['practices:write', 'practices:read-files', 'practices:comment', 'practices:review'],
    });
    expect(standing.organizations.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('does not act for somebody else’s organisation', () => {
    expect(standingOf([held('titular', 'a')], { secondFactor: false, actingFor: 'c' }).actingFor).toBeNull();
  });

  it('is what they are in the network alone, where that was asked for', () => {
    const all = [held('titular', 'a'), held('reviewer')];
    const standing = standingOf(all, { secondFactor: false, actingFor: networkItself });
    expect(standing).toMatchObject({ actingFor: null, roles: ['reviewer'], permissions: permissionsOf(['reviewer']) });
    expect(standing.organizations.map(({ id }) => id)).toEqual(['a']);
    expect(standingOf(all, signedIn)).toMatchObject({ actingFor: 'a', roles: ['titular', 'reviewer'] });
  });

  it('is not for an organisation that is suspended and was not asked for, where they are something in the network besides', () => {
    const suspended = held('titular', 'a', { status: 'suspended' });
    expect(standingOf([suspended, held('reviewer')], signedIn)).toMatchObject({ actingFor: null, roles: ['titular', 'reviewer'] });
    expect(standingOf([suspended, held('reviewer')], { ...signedIn, actingFor: 'a' }).actingFor).toBe('a');
    expect(standingOf([suspended], signedIn).actingFor).toBe('a');
  });

  it.each(['secretariat', 'secretariat-lead', 'operator'] as const)('leaves %s out until a second factor was shown', (role) => {
    expect(standingOf([held(role), held('reviewer')], signedIn)).toMatchObject({ roles: ['reviewer'], secondFactorMissing: true });
    expect(standingOf([held(role)], { secondFactor: true, actingFor: null })).toMatchObject({ roles: [role], secondFactorMissing: false });
  });

  it('counts nothing for an organisation that has left, and the rest as before', () => {
    const left = held('titular', 'a', { status: 'withdrawn' });
    expect(standingOf([left], signedIn)).toMatchObject({ roles: [], permissions: [], organizations: [], actingFor: null });
    expect(standingOf([left, held('editor', 'b')], signedIn)).toMatchObject({ roles: ['editor'], actingFor: 'b' });
    expect(standingOf([held('secretariat', 'a', { status: 'withdrawn' })], signedIn).secondFactorMissing).toBe(false);
  });

  it('says of each organisation its status, the roles in it and until when the letter holds', () => {
    const letterValidUntil = new Date('2027-01-01T00:00:00Z');
    const all = [held('titular', 'a', { status: 'suspended', letterValidUntil }), held('editor', 'a', { status: 'suspended' })];
    expect(standingOf(all, signedIn).organizations).toEqual([
      { id: 'a', status: 'suspended', roles: ['titular', 'editor'], letterValidUntil: '2027-01-01T00:00:00.000Z' },
    ]);
  });
});
