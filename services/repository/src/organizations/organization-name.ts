import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import { prepared } from '@alianza/platform/data/prepared';
import { defineQuery } from '@alianza/platform/data/queries';

const name = defineQuery({
  name: 'organization_name',
  scope: 'tenant',
  text: 'select name from organization_copy where network_id = $1 and id = $2',
  sample: (networkId) => [networkId, '01890000-0000-7000-8000-000000000000'],
});

interface Owned {
  readonly networkId: string;
  readonly organizationId?: string | null | undefined;
}

/** What the owner of a record is called; null for the network's own, and while the organisation has not been heard of. */
export async function ownerName(em: SqlEntityManager, { networkId, organizationId }: Owned): Promise<Localized | null> {
  if (!organizationId) return null;
  const [known] = await prepared<{ name: Localized }>(em, name.text, [networkId, organizationId]);
  return known?.name ?? null;
}
