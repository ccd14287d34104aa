import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import type { Access } from '@alianza/contracts/access';
import { permissionsOf, type Role } from '@alianza/contracts/access';
import type { Principal } from '@alianza/contracts/membership/principals';
import type { Operation } from '@alianza/contracts/operation';
import { anyone, serviceItself } from '../principals/principals.js';
import { AccessGuard, allowed } from './access.guard.js';
import { Call } from './call.js';

const network = '018f0000-0000-7000-8000-000000000001';
const organization = '018f0000-0000-7000-8000-000000000002';
const account = { issuer: 'alianza', subject: 's', email: null };
const signedIn: Principal = { ...anyone(network), account };
const known: Principal = { ...signedIn, person: { id: organization, language: 'es' } };
const withRoles = (...roles: Role[]): Principal => ({ ...known, roles, permissions: permissionsOf(roles) });

const callers: Record<string, Principal> = {
  nobody: anyone(network),
  'signed in': signedIn,
  'known without a role': known,
  editor: withRoles('editor'),
  secretariat: withRoles('secretariat'),
  operator: withRoles('operator'),
  'service audit': serviceItself('audit', network),
  'service gateway': serviceItself('gateway', network),
};

/** Access → who gets in. */
const table: [Access, string[]][] = [
  ['public', Object.keys(callers)],
  ['link', Object.keys(callers)],
  ['signed-in', ['signed in', 'known without a role', 'editor', 'secretariat', 'operator']],
  ['member', ['editor', 'secretariat', 'operator']],
  ['operator', ['operator']],
  [{ permission: 'practices:write' }, ['editor', 'secretariat']],
  [{ permission: 'applications:decide' }, ['secretariat']],
  [{ internal: ['audit'] }, ['service audit']],
  [{ internal: ['audit', 'gateway'] }, ['service audit', 'service gateway']],
  [{ internal: [] }, []],
];

const guard = new AccessGuard();
function ask(access: Access, principal: Principal | null, over: Partial<Operation> = {}): string {
  const operation = { access, method: 'POST', reads: false, ...over } as Operation;
  const call = new Call([
    { operation, principal, left: 1000, lang: 'es', fallback: 'es', correlationId: 'c', version: null, idempotencyKey: null },
  ]);
  const context = { switchToRpc: () => ({ getContext: () => call }) } as unknown as ExecutionContext;
  try {
    return String(guard.canActivate(context));
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe.each(table)('access %j', (access, entering) => {
  it.each(Object.keys(callers))('for %s', (who) => {
    const principal = callers[who] as Principal;
    const enters = entering.includes(who);
    expect(allowed(access, principal)).toBe(enters);
    expect(ask(access, principal)).toBe(enters ? 'true' : who === 'nobody' ? 'unauthenticated' : 'forbidden');
  });
});

describe('the guard', () => {
  it('hears nobody whose pass does not hold, not even where all may enter', () => {
    expect(ask('public', null)).toBe('unauthenticated');
  });

  it('lets people of a suspended organisation read, not write in its name', () => {
    const member = withRoles('titular');
    const of = (status: 'active' | 'suspended' | 'withdrawn', actingFor: string | null) =>
      ({
        ...member,
        actingFor,
        organizations: [{ id: organization, roles: ['titular'], status, letterValidUntil: null }],
      }) satisfies Principal;
    const access = { permission: 'practices:write' } as const;
    expect(ask(access, of('active', organization))).toBe('true');
    for (const status of ['suspended', 'withdrawn'] as const) {
      expect(ask(access, of(status, organization))).toBe('organization-suspended');
      expect(ask(access, of(status, organization), { method: 'GET' })).toBe('true');
      expect(ask(access, of(status, organization), { reads: true })).toBe('true');
      expect(ask(access, of(status, null))).toBe('true');
    }
  });

  it.each([
    ['what a role in the network allows', { there: 'titular', wide: 'reviewer' }, 'practices:review', 'true'],
    ['what the role in the organisation allows', { there: 'reviewer', wide: 'auditor' }, 'practices:review', 'organization-suspended'],
    ['what both allow', { there: 'secretariat', wide: 'secretariat' }, 'applications:decide', 'organization-suspended'],
    ['what would be in its name', { there: 'reviewer', wide: 'secretariat' }, 'practices:write', 'organization-suspended'],
  ] as const)('of somebody whose organisation is suspended: %s', (_what, { there, wide }, permission, answer) => {
    const organizations = [{ id: organization, roles: [there], status: 'suspended' as const, letterValidUntil: null }];
    const somebody = { ...withRoles(there, wide), organizations };
    expect(ask({ permission }, { ...somebody, actingFor: organization })).toBe(answer);
    expect(ask({ permission }, { ...somebody, actingFor: null })).toBe('true');
  });
});
