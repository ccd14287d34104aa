import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeRow, PracticeStatus } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';
import type { NetworkReads } from '@alianza/platform/data/reads/network-reads';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { lastId, lastInstant } from '../data/cursor-keys.js';
import type { Practice } from './practice.entity.js';

export type PracticeListRow = Omit<PracticeRow, 'title' | 'organization' | 'submittedAt' | 'changedAt'> & {
  title: Localized;
  organization: Localized | null;
  submittedAt: string | null;
  changedAt: string;
};

/** What the author has been told and the review has not resolved. */
const openComments = `(select count(*)::int from review_comment c
    where c.network_id = p.network_id and c.practice_id = p.id and c.sent_at is not null and c.resolved_at is null)`;
/** As `isTaken` says it. */
const taken = `p.status = 'submitted' and p.assigned_to is not null and (p.assigned_at is null or p.assigned_at >= p.submitted_at) as taken`;
const columns = `p.id, p.slug, p.status, ${taken}, p.type, p.content->'title' as title, o.name as organization, ${openComments} as comments,
    p.submitted_at as "submittedAt", p.changed_at as "changedAt"`;

/** Rows of a list in the network $1, with what else a list shows and joins; conditions follow. */
export const practiceRows = (more?: string, joined = ''): string => `select ${more === undefined ? columns : `${columns}, ${more}`}
  from practice p left join organization_copy o on o.network_id = p.network_id and o.id = p.organization_id ${joined} where p.network_id = $1`;
const select = practiceRows();
const lastChanged = `and ($2::text is null or p.status = $2::text) and ($6::timestamptz is null or (p.status = 'published' and p.verify_by <= $6::timestamptz)) and (p.changed_at, p.id) < ($3::timestamptz, $4::uuid)
  order by p.changed_at desc, p.id desc limit $5`;

const someOrganization = '01890000-0000-7000-8000-000000000000';

const ofOrganization = defineQuery({
  name: 'practices_of_organization',
  scope: 'tenant',
  text: `${select} and p.organization_id = $7::uuid ${lastChanged}`,
  sample: (networkId) => [networkId, null, lastInstant, lastId, 21, null, someOrganization],
});

const ofNetwork = defineQuery({
  name: 'practices_of_network',
  scope: 'tenant',
  text: `${select} and p.organization_id is null ${lastChanged}`,
  sample: (networkId) => [networkId, 'draft', lastInstant, lastId, 21, null],
});

const one = defineQuery({
  name: 'practice_to_edit',
  scope: 'tenant',
  text: `select p.id, p.slug, p.status, p.organization_id as "organizationId", p.on_behalf as "onBehalf", p.content, p.submissions, p.declined_for as "declinedFor",
      p.published_at as "publishedAt", p.verified_at as "verifiedAt", p.verify_by as "verifyBy", p.changed_at as "changedAt", ${taken}, p.stale_translations as "staleTranslations",
      p.version, o.name
    from practice p left join organization_copy o on o.network_id = p.network_id and o.id = p.organization_id where p.network_id = $1 and p.id = $2`,
  sample: (networkId) => [networkId, someOrganization],
});

/** What is read in order to edit or review, with the name of its owner: one statement, and nothing that watches for changes. */
export type PracticeToEdit = Pick<
  Practice,
  'id' | 'slug' | 'status' | 'organizationId' | 'onBehalf' | 'content' | 'submissions' | 'declinedFor' | 'staleTranslations' | 'version'
> & {
  changedAt: string;
  publishedAt: string | null;
  verifiedAt: string | null;
  verifyBy: string | null;
  taken: boolean;
  name: Localized | null;
};

export async function readToEdit(reads: NetworkReads, networkId: string, id: string): Promise<PracticeToEdit | null> {
  const [row] = await reads.rows<PracticeToEdit>(networkId, one, [networkId, id]);
  return row ?? null;
}

export interface OwnWanted {
  /** Null for the network's own. */
  organizationId: string | null;
  status: PracticeStatus | null;
  /** Only what is public and due by then to be looked at again. */
  due: Date | null;
  after: readonly [string, string];
  limit: number;
}

export function readOwn(
  em: SqlEntityManager,
  networkId: string,
  { organizationId, status, due, after, limit }: OwnWanted,
): Promise<PracticeListRow[]> {
  const values = [networkId, status, ...after, limit, due];
  return organizationId === null
    ? queryRows<PracticeListRow>(em, ofNetwork, values)
    : queryRows<PracticeListRow>(em, ofOrganization, [...values, organizationId]);
}
