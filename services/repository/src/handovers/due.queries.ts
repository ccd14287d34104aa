import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DataOf } from '@alianza/contracts/event';
import type { handoverSummarized } from '@alianza/contracts/repository/handovers';
import { Inquiry } from '../inquiries/inquiry.entity.js';
import { Practice } from '../practices/practice.entity.js';
import { Replication } from '../replications/replication.entity.js';

type Summary = DataOf<typeof handoverSummarized>;
type Due = Omit<Summary, 'organizationId' | 'organization' | 'successorId' | 'letters' | 'invitations'>;

/** How much waits for an organisation, as its first page counts it: it is the organisation's, whoever is its titular. */
export async function countDue(em: SqlEntityManager, of: { networkId: string; organizationId: string }, at: Date): Promise<Due> {
  const { networkId, organizationId } = of;
  return {
    drafts: await em.count(Practice, { ...of, status: 'draft' }),
    changes: await em.count(Practice, { ...of, status: 'changes-requested' }),
    rechecks: await em.count(Practice, { ...of, status: 'published', verifyBy: { $lte: at } }),
    inquiries: await em.count(Inquiry, { ...of, status: 'open' }),
    replications: await em.count(Replication, { networkId, originId: organizationId, status: 'told' }),
    clarify: await em.count(Replication, { ...of, status: 'asked' }),
    finish: await em.count(Replication, { ...of, status: 'draft' }),
  };
}
