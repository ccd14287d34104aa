import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DataOf } from '@alianza/contracts/event';
import type { handoverSummarized } from '@alianza/contracts/repository/handovers';
import { Inquiry } from '../inquiries/inquiry.entity.js';
import { Practice } from '../practices/practice.entity.js';
import { Replication } from '../replications/replication.entity.js';

type Due = Omit<DataOf<typeof handoverSummarized>, 'organizationId' | 'organization' | 'successorId'>;

/** How much waits for an organisation: it is the organisation's, whoever is its titular. */
export async function countDue(em: SqlEntityManager, of: { networkId: string; organizationId: string }, now: Date): Promise<Due> {
  const { networkId, organizationId } = of;
  return {
    drafts: await em.count(Practice, { ...of, status: 'draft' }),
    changes: await em.count(Practice, { ...of, status: 'changes-requested' }),
    inquiries: await em.count(Inquiry, { ...of, status: 'open' }),
    replications: await em.count(Replication, { networkId, originId: organizationId, status: 'told' }),
    rechecks: await em.count(Practice, { ...of, verifyBy: { $lte: now } }),
  };
}
