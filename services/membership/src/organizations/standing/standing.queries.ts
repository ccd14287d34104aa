import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import type { Organization } from '../organization.entity.js';

/** Names without case and accents: the order of an index that must be there anyway. */
const membersPage = defineQuery({
  name: 'organizations_members',
  scope: 'tenant',
  text: `select o.id, o.slug, o.name, o.acronym, o.sector, o.country, o.category, o.status, o.decided_at as "decidedAt",
      o.decided_reason as "decidedReason", o.version, o.name_key as "nameKey"
    from organization o where o.network_id = $1 and o.kind = 'member' and ($2::text is null or o.status = $2::text)
      and (o.name_key, o.id) > ($3::text, $4::uuid) order by o.name_key, o.id limit $5`,
  sample: (networkId) => [networkId, null, '', nowhere, 21],
});

const membersCount = defineQuery({
  name: 'organizations_members_count',
  scope: 'tenant',
  text: `select count(*)::int as total from organization o
    where o.network_id = $1 and o.kind = 'member' and ($2::text is null or o.status = $2::text)`,
  sample: (networkId) => [networkId, 'suspended'],
});

export interface MembersWanted {
  networkId: string;
  status: string | null;
  /** Name and id of the last one read. */
  last: readonly (string | number | null)[] | null;
  limit: number;
}

type Shown = 'id' | 'slug' | 'name' | 'acronym' | 'sector' | 'country' | 'category' | 'status' | 'decidedReason' | 'version' | 'nameKey';
/** A row gives instants as text, an entity as dates. */
export type MemberRow = Pick<Organization, Shown> & { decidedAt?: Date | string | null };

export const readMembers = (em: SqlEntityManager, { networkId, status, last, limit }: MembersWanted): Promise<MemberRow[]> =>
  queryRows<MemberRow>(em, membersPage, [networkId, status, ...(last ?? ['', nowhere]), limit]);

export async function countMembers(em: SqlEntityManager, networkId: string, status: string | null): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, membersCount, [networkId, status]);
  return row?.total ?? 0;
}
