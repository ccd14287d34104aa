import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { InputOf } from '@alianza/contracts/operation';
import type { EditablePractice } from '@alianza/contracts/repository/practices';
import {
  practiceWithdrawn,
  type getTombstone,
  type Tombstone,
  type withdrawPractice,
} from '@alianza/contracts/repository/publication/withdrawals';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolveFields } from '@alianza/platform/data/localized';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { record } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { Practice } from '../practices/practice.entity.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { stateOf } from '../practices/practice.views.js';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { mayWithdraw } from '../practices/practices.policy.js';
import { EndingService } from '../replications/ending.service.js';
import { bury, tombstoneBySlug, type TombstoneRow } from './withdrawals.queries.js';

/** Takes published practices from the public, and says so at their address from then on. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
    private readonly desk: PracticeDesk,
    private readonly replications: EndingService,
    private readonly holdings: TaskHoldings,
  ) {}

  async withdraw({ id, cause, reason }: InputOf<typeof withdrawPractice>, call: Call): Promise<EditablePractice> {
    const { network: networkId, personId: by, principal } = call;
    const found = await this.em.findOne(Practice, { id, networkId });
    if (!found || !mayWithdraw(principal, found)) throw new PracticeNotFoundError();
    const practice: Practice = found;
    const at = await this.clock.now(this.em);
    practice.withdraw({ by, at });
    await this.em.flush();
    const title = await bury(this.em, { networkId, practiceId: id, cause, reason, at });
    const data = { ...stateOf(practice), title, slug: practice.slug, cause, reason };
    await this.replications.endOf(id, call);
    await this.holdings.giveBack({ networkId, queue: 'verifications' }, id);
    record(this.em, call, practiceWithdrawn, { aggregateId: id, aggregateVersion: practice.version, data });
    return this.desk.view(practice, call);
  }

  async get({ slug }: InputOf<typeof getTombstone>, call: Call): Promise<Tombstone> {
    const [row] = await this.reads.rows<TombstoneRow>(tombstoneBySlug, [call.network, slug], call.request.left);
    if (!row) throw new PracticeNotFoundError();
    const { title, reason, withdrawnAt, ...rest } = row;
    const { texts, languages } = resolveFields({ title, reason }, call);
    return { ...rest, title: texts.title ?? '', reason: texts.reason ?? '', withdrawnAt: withdrawnAt.toISOString(), languages };
  }
}
