import { describe, expect, it } from '@jest/globals';
import { Organization } from './organization.entity.js';

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

  it('comes in from the map as an active member', () => {
    const actor = organization({ kind: 'actor', listed: false });
    actor.admit('member');
    expect(actor).toMatchObject({ kind: 'member', status: 'active', category: 'member', listed: true });
  });
});
