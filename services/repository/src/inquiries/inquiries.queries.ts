import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { InquiryRow } from '@alianza/contracts/repository/inquiries';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows, type NamedQuery } from '@alianza/platform/data/queries';
import { firstId, firstInstant } from '../data/cursor-keys.js';

export type QueuedInquiry = Omit<InquiryRow, 'practice' | 'openedAt'> & { slug: string | null; title: Localized; openedAt: string };

const someOrganization = '01890000-0000-7000-8000-000000000000';
const owners = { organization: 'organization_id = $6::uuid', secretariat: 'organization_id is null' } as const;
type Owner = keyof typeof owners;

/** $1 network, $2 status, $3 and $4 what came last, $5 how many, $6 the organisation. */
const pageOf = (owner: Owner): NamedQuery =>
  defineQuery({
    name: `inquiries_of_${owner}`,
    scope: 'tenant',
    text: `select id, kind, status, slug, title, opened_at as "openedAt" from inquiry
      where network_id = $1 and ${owners[owner]} and status = $2 and (opened_at, id) > ($3::timestamptz, $4::uuid) order by opened_at, id limit $5`,
    sample: (networkId) => [networkId, 'open', firstInstant, firstId, 21, ...(owner === 'organization' ? [someOrganization] : [])],
  });

const countOf = (owner: Owner): NamedQuery =>
  defineQuery({
    name: `inquiries_count_of_${owner}`,
    scope: 'tenant',
    text: `select count(*)::int as total from inquiry where network_id = $1 and status = $2 and ${owners[owner].replace('$6', '$3')}`,
    sample: (networkId) => [networkId, 'open', ...(owner === 'organization' ? [someOrganization] : [])],
  });

const pages = { organization: pageOf('organization'), secretariat: pageOf('secretariat') };
const counts = { organization: countOf('organization'), secretariat: countOf('secretariat') };

export interface QueueWanted {
  networkId: string;
  /** Null for the secretariat's. */
  organizationId: string | null;
  status: string;
  after: readonly [string, string];
  limit: number;
}

export async function readQueue(em: SqlEntityManager, wanted: QueueWanted): Promise<{ rows: QueuedInquiry[]; total: number }> {
  const { networkId, organizationId, status, after, limit } = wanted;
  const owner = organizationId === null ? 'secretariat' : 'organization';
  const last = organizationId === null ? [] : [organizationId];
  const rows = await queryRows<QueuedInquiry>(em, pages[owner], [networkId, status, ...after, limit, ...last]);
  const [count] = await queryRows<{ total: number }>(em, counts[owner], [networkId, status, ...last]);
  return { rows, total: count?.total ?? 0 };
}
