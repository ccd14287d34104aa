import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ReplicationContent } from '@alianza/contracts/repository/replications';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery } from '@alianza/platform/data/queries';
import { lastId, lastInstant } from '../../data/cursor-keys.js';

/** One confirmed replication as the register keeps it. */
export interface RegisterRow {
  networkId: string;
  id: string;
  slug: string;
  title: Localized;
  organizationId: string;
  /** Null until the organisation has been heard of. */
  organization: Localized | null;
  content: ReplicationContent;
  confirmedAt: Date;
}

const put = `insert into published_replication
    (network_id, replication_id, practice_slug, practice_title, organization_id, organization, content, confirmed_at)
  values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (network_id, replication_id) do nothing`;

export async function enter(em: SqlEntityManager, row: RegisterRow): Promise<void> {
  const { networkId, id, slug, title, organizationId, organization, content, confirmedAt } = row;
  const [name, words] = [organization && JSON.stringify(organization), JSON.stringify(content)];
  await em.execute(put, [networkId, id, slug, JSON.stringify(title), organizationId, name, words, confirmedAt]);
}

/** What was taken back is no longer read by the public; both sides keep its history. */
export async function strike(em: SqlEntityManager, networkId: string, id: string): Promise<void> {
  await em.execute('delete from published_replication where network_id = ? and replication_id = ?', [networkId, id]);
}

/** The register says the present name of who repeated. */
export async function renameReplicator(
  em: SqlEntityManager,
  { networkId, organizationId, name }: { networkId: string; organizationId: string; name: Localized },
): Promise<void> {
  await em.execute('update published_replication set organization = ? where network_id = ? and organization_id = ?', [
    JSON.stringify(name),
    networkId,
    organizationId,
  ]);
}

const retitle = `update published_replication r set practice_title = t.title from jsonb_to_recordset(?::jsonb) as t (slug text, title jsonb)
  where r.network_id = ? and r.practice_slug = t.slug`;

/** The register says the present title of what was repeated. */
export async function retitlePractices(
  em: SqlEntityManager,
  networkId: string,
  titled: readonly { readonly slug: string; readonly title: Localized }[],
): Promise<void> {
  await em.execute(retitle, [JSON.stringify(titled), networkId]);
}

export type PublicRow = Omit<RegisterRow, 'networkId'>;

/** $1 network, $2 and $3 where the page begins, $4 its length. */
const shown = `select replication_id as id, practice_slug as slug, practice_title as title, organization_id as "organizationId", organization, content,
    confirmed_at as "confirmedAt" from published_replication where network_id = $1`;
const lastConfirmed = `and (confirmed_at, replication_id) < ($2::timestamptz, $3::uuid) order by confirmed_at desc, replication_id desc limit $4`;
const begin = [lastInstant, lastId, 21] as const;
const someId = '01890000-0000-7000-8000-000000000000';

export const registered = defineQuery({
  name: 'register_all',
  scope: 'public',
  text: `${shown} ${lastConfirmed}`,
  sample: (networkId) => [networkId, ...begin],
});

export const registeredOfPractice = defineQuery({
  name: 'register_of_practice',
  scope: 'public',
  text: `${shown} and practice_slug = $5 and ($6::uuid is null or organization_id = $6::uuid) ${lastConfirmed}`,
  sample: (networkId) => [networkId, ...begin, 'manzanas-del-cuidado', null],
});

export const registeredByOrganization = defineQuery({
  name: 'register_by_organization',
  scope: 'public',
  text: `${shown} and organization_id = $5::uuid ${lastConfirmed}`,
  sample: (networkId) => [networkId, ...begin, someId],
});

/** Of all the practices that $5 answers for. */
export const registeredOfOrigin = defineQuery({
  name: 'register_of_origin',
  scope: 'public',
  text: `${shown} and practice_slug in (select slug from published_practice where network_id = $1 and organization_id = $5::uuid) ${lastConfirmed}`,
  sample: (networkId) => [networkId, ...begin, someId],
});

export const timesRepeatedOfOrigin = defineQuery({
  name: 'register_times_repeated_of_origin',
  scope: 'public',
  text: `select count(*)::int as count from published_replication where network_id = $1
    and practice_slug in (select slug from published_practice where network_id = $1 and organization_id = $2::uuid)`,
  sample: (networkId) => [networkId, someId],
});

export const timesRepeated = defineQuery({
  name: 'register_times_repeated',
  scope: 'public',
  text: `select count(*)::int as count from published_replication where network_id = $1 and practice_slug = $2
    and ($3::uuid is null or organization_id = $3::uuid)`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado', null],
});

export interface Replicator {
  organizationId: string;
  organization: Localized | null;
  count: number;
}

export const replicators = defineQuery({
  name: 'register_replicators',
  scope: 'public',
  text: `select organization_id as "organizationId", organization, count(*)::int as count from published_replication where network_id = $1
    group by organization_id, organization order by count(*) desc, organization_id`,
  sample: (networkId) => [networkId],
});
