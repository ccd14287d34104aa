import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OrganizationCopy } from './organization.copy.js';

const keep = `insert into organization_copy (network_id, id, name, status, version) values (?, ?, ?, ?, ?)
  on conflict (network_id, id) do update set name = excluded.name, status = excluded.status, version = excluded.version
  where organization_copy.version < excluded.version returning 1`;

type Copy = Pick<OrganizationCopy, 'networkId' | 'id' | 'name' | 'status' | 'version'>;

/** Keeps a state unless a later one is known; says whether it did. */
export async function keepCopy(em: SqlEntityManager, { networkId, id, name, status, version }: Copy): Promise<boolean> {
  const kept = await em.execute<object[]>(keep, [networkId, id, JSON.stringify(name), status, version]);
  return kept.length > 0;
}
