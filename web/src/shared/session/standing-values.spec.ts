import { describe, expect, it } from '@jest/globals';
import { networkItself } from '@alianza/contracts/access';
import { actingAmong } from './acting.js';
import { barredFor, permissionsHere, rolesHere } from './standing-values.js';

const titular = { roles: ['titular' as const] };
const editor = { roles: ['editor' as const] };
const held = { roles: ['titular' as const, 'editor' as const, 'auditor' as const], organizations: [titular, editor] };

describe('who is acted for', () => {
  const organizations = [{ id: 'a' }, { id: 'b' }];
  it.each([
    ['the one remembered', 'b', true, 'b'],
    ['the first, where the one remembered is theirs no more', 'c', true, 'a'],
    ['the first, where none was ever chosen', null, true, 'a'],
    ['nobody, where the network itself was chosen', networkItself, true, null],
    ['the first, where they are nothing in the network any more', networkItself, false, 'a'],
  ])('%s', (_what, remembered, alone, chosen) => {
    expect(actingAmong(organizations, remembered, alone)?.id ?? null).toBe(chosen);
  });
});

describe('standing', () => {
  it('counts roles of the organisation spoken for and of the network itself', () => {
    expect(rolesHere(held, titular)).toEqual(['titular', 'auditor']);
    expect(rolesHere(held, editor)).toEqual(['editor', 'auditor']);
    expect(rolesHere({ roles: ['auditor'], organizations: [] }, null)).toEqual(['auditor']);
    expect(rolesHere(held, null)).toEqual(['auditor']);
  });

  it('allows an editor to write and not to submit, whatever the person is elsewhere', () => {
    const allowed = permissionsHere(rolesHere(held, editor));
    expect(allowed).toContain('practices:write');
    expect(allowed).not.toContain('practices:submit');
  });

  it('of a suspended organisation bars what would be done in its name, and nothing of the network itself', () => {
    const barred = barredFor({ status: 'suspended', roles: ['titular'] });
    expect(barred).toEqual(expect.arrayContaining(['letters:file', 'representatives:write', 'practices:write', 'inquiries:answer']));
    expect(barred).not.toContain('letters:accredit');
    expect([barredFor({ status: 'active', roles: ['titular'] }), barredFor(null)]).toEqual([[], []]);
  });
});
