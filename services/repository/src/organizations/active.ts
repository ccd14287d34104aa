import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import { PracticeOrganizationNotActiveError } from '../practices/practices.errors.js';
import { OrganizationCopy } from './organization.copy.js';

/** Whether it answers for its records itself: neither suspended nor gone. */
export const isActive = (status: OrganizationStatus | undefined): boolean => status === 'active';

/** The contrary, as a condition on the copy `o` of an organisation. */
export const isAway = (o: string): string => `${o}.status <> 'active'`;

interface Named {
  readonly networkId: string;
  readonly organizationId: string;
}

/** Refuses to write or hand in for who takes no part now: suspended, gone, of another network, or never heard of. */
export async function expectActive(em: SqlEntityManager, { networkId, organizationId }: Named): Promise<void> {
  const known = await em.findOne(OrganizationCopy, { networkId, id: organizationId });
  if (!isActive(known?.status)) throw new PracticeOrganizationNotActiveError();
}
