import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { OrganizationCopy } from './organization.copy.js';

/** One writer at a time, also of what nobody knew yet: what was known before is what this one replaces. */
const begin = `insert into organization_copy (network_id, id, name, status, version) values (?, ?, ?, 'active', 0) on conflict do nothing`;
const known = 'select status from organization_copy where network_id = ? and id = ? for update';
const keep = `update organization_copy set name = ?, status = ?, version = ?
  where network_id = ? and id = ? and version < ? returning 1`;

type Copy = Pick<OrganizationCopy, 'networkId' | 'id' | 'name' | 'status' | 'version'>;

/** Keeps a state unless a later one is known; says how the organisation stood before, null where nothing was kept. */
export async function keepCopy(
  em: SqlEntityManager,
  { networkId, id, name, status, version }: Copy,
): Promise<{ before: OrganizationStatus } | null> {
  const named = JSON.stringify(name);
  await em.execute(begin, [networkId, id, named]);
  const [former] = await em.execute<{ status: OrganizationStatus }[]>(known, [networkId, id]);
  const kept = await em.execute<object[]>(keep, [named, status, version, networkId, id, version]);
  return kept.length > 0 ? { before: former?.status ?? 'active' } : null;
}
