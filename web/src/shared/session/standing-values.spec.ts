import { describe, expect, it } from '@jest/globals';
import { permissionsHere, rolesHere } from './standing-values.js';

const titular = { roles: ['titular' as const] };
const editor = { roles: ['editor' as const] };
const held = { roles: ['titular' as const, 'editor' as const, 'auditor' as const], organizations: [titular, editor] };

describe('standing', () => {
  it('counts roles of the organisation spoken for and of the network itself', () => {
    expect(rolesHere(held, titular)).toEqual(['titular', 'auditor']);
    expect(rolesHere(held, editor)).toEqual(['editor', 'auditor']);
    expect(rolesHere({ roles: ['auditor'], organizations: [] }, null)).toEqual(['auditor']);
  });

  it('allows an editor to write and not to submit, whatever the person is elsewhere', () => {
    const allowed = permissionsHere(rolesHere(held, editor));
    expect(allowed).toContain('practices:write');
    expect(allowed).not.toContain('practices:submit');
  });
});
