import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import { OrganizationCopy } from './organization.copy.js';

interface Owned {
  readonly networkId: string;
  readonly organizationId?: string | null | undefined;
}

/** What the owner of a record is called; null for the network's own, and while the organisation has not been heard of. */
export async function ownerName(em: SqlEntityManager, { networkId, organizationId }: Owned): Promise<Localized | null> {
  if (!organizationId) return null;
  const organization = await em.findOne(OrganizationCopy, { networkId, id: organizationId });
  return organization && organization.name;
}
