import { describe, expect, it } from '@jest/globals';
import {
  isInternal,
  permissions,
  permissionsOf,
  roles,
  rolesOf,
  secondFactorRoles,
  type Access,
  type Permission,
  type Role,
} from './access.js';
import { uploadPurposes } from './gateway/uploads.js';
import { operations } from './registry.js';

describe('the table of rights', () => {
  it('gives each role what it says and nothing else', () => {
    for (const role of roles) {
      const held = permissions.filter((permission) => (rolesOf[permission] as readonly Role[]).includes(role));
      expect([role, permissionsOf([role])]).toEqual([role, held]);
    }
  });

  it('adds up the rights of several roles, each once', () => {
    expect(permissionsOf(['editor', 'reviewer'])).toEqual([
      'practices:write',
      'practices:read-files',
      'practices:comment',
      'practices:review',
    ]);
    expect(permissionsOf(['secretariat', 'secretariat'])).toEqual(permissionsOf(['secretariat']));
    expect(permissionsOf([])).toEqual([]);
  });

  it('keeps the operator out of what belongs to a network, its settings and accounts apart', () => {
    expect(permissionsOf(['operator'])).toEqual(['network:configure', 'accounts:recover']);
  });

  it('lets nobody decide who does not sign in with a second factor, reviewers of practices apart', () => {
    const deciding: Permission[] = ['applications:decide', 'organizations:decide', 'letters:accredit'];
    for (const role of roles.filter((name) => permissionsOf([name]).some((right) => deciding.includes(right))))
      expect(secondFactorRoles).toContain(role);
  });

  it('names no right in vain', () => {
    const asked = new Set(
      [...operations, ...Object.values(uploadPurposes)].flatMap(({ access }: { access: Access }) =>
        typeof access === 'object' && !isInternal(access) ? [access.permission] : [],
      ),
    );
    expect(permissions.filter((permission) => !asked.has(permission))).toEqual([]);
  });
});

describe('internal access', () => {
  it('is told from every other', () => {
    expect([isInternal({ internal: ['audit'] }), isInternal({ permission: 'audit:read' }), isInternal('public')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
