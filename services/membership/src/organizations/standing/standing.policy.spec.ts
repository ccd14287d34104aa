import { describe, expect, it } from '@jest/globals';
import { OrganizationIsOwnError } from './standing.errors.js';
import { expectNotOwn } from './standing.policy.js';

const acting = (...ids: string[]) => ({
  organizations: ids.map((id) => ({ id, roles: ['secretariat-lead' as const], status: 'active' as const, letterValidUntil: null })),
});

describe('who decides about an organisation', () => {
  it.each([
    ['represents none', acting(), true],
    ['represents another', acting('b'), true],
    ['represents it', acting('a'), false],
    ['represents it among others', acting('b', 'a'), false],
  ])('somebody who %s: %#', (_who, principal, may) => {
    const decide = () => expectNotOwn('a', principal);
    if (may) expect(decide).not.toThrow();
    else expect(decide).toThrow(OrganizationIsOwnError);
  });
});
