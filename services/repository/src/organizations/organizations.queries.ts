import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { OrganizationCopy } from './organization.copy.js';

/** One writer at a time, so that what was known before is what this one replaces. */
const known = 'select status from organization_copy where network_id = ? and id = ? for update';
const keep = `insert into organization_copy (network_id, id, name, status, version) values (?, ?, ?, ?, ?)
  on conflict (network_id, id) do update set name = excluded.name, status = excluded.status, version = excluded.version
  where organization_copy.version < excluded.version returning 1`;

type Copy = Pick<OrganizationCopy, 'networkId' | 'id' | 'name' | 'status' | 'version'>;

/** Keeps a state unless a later one is known; says how the organisation stood before, null where nothing was kept. */
export async function keepCopy(
  em: SqlEntityManager,
  { networkId, id, name, status, version }: Copy,
): Promise<{ before: OrganizationStatus } | null> {
  const [former] = await em.execute<{ status: OrganizationStatus }[]>(known, [networkId, id]);
  const kept = await em.execute<object[]>(keep, [networkId, id, JSON.stringify(name), status, version]);
  return kept.length > 0 ? { before: former?.status ?? 'active' } : null;
}
