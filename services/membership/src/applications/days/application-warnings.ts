import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { applicationExpiring } from '@alianza/contracts/membership/applications';
import { byItself } from '@alianza/platform/calls/by-itself';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { dayOf } from '../../data/civil-days.queries.js';
import { after } from '../../data/days.js';
import { inEachNetwork } from '../../networks/every-network.js';
import { Network } from '../../networks/network.entity.js';
import { Application, forgettingWarningDays, keptDays, openStates } from '../application.entity.js';
import { noteWarned } from './application-warnings.queries.js';

export const applicationWarningsQueue = 'application-warnings';

/** Tells whoever decides, a month before and once, that an application which nobody decided is about to be forgotten. */
@Injectable()
export class ApplicationWarnings implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('17 * * * *', applicationWarningsQueue, () => this.warn());
  }

  async warn(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.warnNetwork(networkId));
  }

  /** Whoever decides at the same time waits, or is waited for. */
  private async warnNetwork(networkId: string): Promise<void> {
    const { zone } = await this.em.findOneOrFail(Network, { id: networkId });
    const now = await this.clock.now(this.em);
    const old = { $lte: after(now, forgettingWarningDays - keptDays) };
    const where = { networkId, status: { $in: [...openStates] }, changedAt: old };
    const found = await this.em.find(Application, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const due = found.filter((application) => application.dueWarning(now));
    await noteWarned(this.em, { networkId, ids: due.map(({ id }) => id), now });
    const origin = byItself('membership', networkId);
    for (const application of due) {
      const { id, version, status, organization } = application;
      const data = { status, organization, forgottenOn: dayOf(application.forgottenAt(), zone) };
      record(this.em, origin, applicationExpiring, { aggregateId: id, aggregateVersion: version, data });
    }
  }
}
