import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { Clock } from '@alianza/platform/clock';
import { queryRows } from '@alianza/platform/data/queries';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Mail } from '../mails/mail.entity.js';
import { MailPlanner } from '../mails/mail-planner.js';
import { NetworkCopy } from '../networks/network.copy.js';
import { Notice } from '../notices/notice.entity.js';
import { digestBegan, digestHour, digestOf, localTime } from './digest-day.js';
import { digestRule } from './digest-rule.js';
import { oneDigestAtATime, waitingPeople } from './digests.queries.js';

export const digestsQueue = 'digests';

/** A day's summaries in a network: what was before its hour, by the event that stands for the day. */
interface Round {
  readonly networkId: string;
  readonly eventId: string;
  readonly before: Date;
}

/**
 * Every hour: where a network's day has come to its hour, whoever has notices waiting from before it gets one mail with all of them; one a day, however often
 * this runs. A run that was missed is made up for by the next of the same day; what a whole day missed is in the next day's.
 */
@Injectable()
export class DigestsJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
    private readonly mails: MailPlanner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('4 * * * *', digestsQueue, () => this.run());
  }

  async run(): Promise<void> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id, zone } of items) {
      const now = this.clock.instant();
      const { day, hour } = localTime(now, zone);
      if (hour >= digestHour) await this.summarize({ networkId: id, eventId: digestOf(id, day), before: digestBegan(now, zone) });
    }
  }

  /** A transaction for each person: one that fails keeps nobody else waiting longer than the next try. */
  private async summarize({ before, ...whose }: Round): Promise<void> {
    const { networkId } = whose;
    const people = await inNetwork(this.em, { networkId, readOnly: true }, async (em) => {
      if ((await em.count(NetworkCopy, { networkId })) === 0) return []; // not heard of here yet
      return queryRows<{ personId: string }>(em, waitingPeople, [networkId, before.toISOString()]);
    });
    for (const { personId } of people) await inNetwork(this.em, { networkId }, (em) => this.tell(em, { ...whose, personId }, before));
  }

  private async tell(em: SqlEntityManager, whose: { networkId: string; personId: string; eventId: string }, before: Date): Promise<void> {
    const { networkId, personId } = whose;
    await oneDigestAtATime(em, networkId, personId);
    if ((await em.count(Mail, { ...whose, rule: digestRule })) > 0) return;
    const due = { networkId, personId, awaitsDigest: true, at: { $lt: before } };
    if ((await em.count(Notice, due)) === 0) return;
    const about = { rule: digestRule, subjectId: personId, audience: { to: 'participant' as const, id: personId }, params: {} };
    const mail = await this.mails.plan(em, { ...whose, ...about, at: await this.clock.now(em) });
    await em.nativeUpdate(Notice, due, { awaitsDigest: false, digestId: mail.id });
  }
}
