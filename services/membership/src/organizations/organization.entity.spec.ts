import { describe, expect, it } from '@jest/globals';
import { Organization } from './organization.entity.js';
import { OrganizationStatusFixedError } from './standing/standing.errors.js';

const organization = (over: Partial<Organization>) =>
  Object.assign(new Organization(), { kind: 'member', status: 'active', listed: true, category: null }, over);

describe('an organisation', () => {
  it.each([
    ['member', 'active', true],
    ['member', 'suspended', true],
    ['member', 'withdrawn', false],
    ['actor', 'active', false],
  ] as const)('that is %s and %s takes part: %s', (kind, status, takesPart) => {
    expect(organization({ kind, status }).takesPart()).toBe(takesPart);
  });

  it('stands in the directory while it consents and has not left', () => {
    expect(organization({}).isPublic()).toBe(true);
    expect(organization({ status: 'suspended' }).isPublic()).toBe(true);
    expect(organization({ status: 'withdrawn' }).isPublic()).toBe(false);
    expect(organization({ listed: false }).isPublic()).toBe(false);
  });

  it.each([
    ['active', 'suspend', 'suspended'],
    ['active', 'reinstate', null],
    ['active', 'withdraw', 'withdrawn'],
    ['suspended', 'suspend', null],
    ['suspended', 'reinstate', 'active'],
    ['suspended', 'withdraw', 'withdrawn'],
    ['withdrawn', 'suspend', null],
    ['withdrawn', 'reinstate', null],
    ['withdrawn', 'withdraw', null],
  ] as const)('that is %s and whom one would %s becomes %s', (status, verb, becomes) => {
    const now = new Date('2026-03-01T12:00:00Z');
    const decided = organization({ status, decidedAt: null });
    if (becomes === null) expect(() => decided[verb]('Motivo', now)).toThrow(OrganizationStatusFixedError);
    else decided[verb]('Motivo', now);
    expect(decided).toMatchObject(
      becomes === null ? { status, decidedAt: null } : { status: becomes, decidedAt: now, decidedReason: 'Motivo' },
    );
  });

  it('of the map alone is neither suspended nor withdrawn', () => {
    for (const verb of ['suspend', 'withdraw'] as const)
      expect(() => organization({ kind: 'actor' })[verb]('Motivo', new Date(0))).toThrow(OrganizationStatusFixedError);
  });

  it('comes in from the map as an active member', () => {
    const actor = organization({ kind: 'actor', listed: false });
    const now = new Date('2026-03-01T12:00:00Z');
    actor.admit('member', now);
    expect(actor).toMatchObject({ kind: 'member', status: 'active', category: 'member', categorySince: now, listed: true });
  });
});
