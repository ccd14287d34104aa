import type { Principal } from '@alianza/contracts/membership/principals';
import { OrganizationIsOwnError } from './standing.errors.js';

/** Nobody decides about an organisation they act for, even when they act for another one now. */
export function expectNotOwn(organizationId: string, { organizations }: Pick<Principal, 'organizations'>): void {
  if (organizations.some(({ id }) => id === organizationId)) throw new OrganizationIsOwnError();
}
