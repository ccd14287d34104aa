import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, LockMode, type SqlEntityManager } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { MailPlanner } from '../mails/mail-planner.js';
import { reasonIn } from './mailing-content.js';
import { mailingRule } from './mailing-rules.js';
import { Mailing } from './mailing.entity.js';
import { takeRecipients } from './mailings.queries.js';

export const mailingsQueue = 'mailings';

/** Mails planned in one transaction: a run that breaks off goes on where it was. */
const batch = 50;

interface Sending {
  networkId: string;
  id: string;
}

/** Plans a mail for each recipient; whoever has one already gets no second, however often this runs. */
@Injectable()
export class MailingsJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly mails: MailPlanner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Sending>(mailingsQueue, (sending) => this.planAll(sending));
  }

  /** In the transaction at hand. */
  async enqueue({ networkId, id }: Mailing): Promise<void> {
    await this.jobs.enqueue(this.em, mailingsQueue, id, { networkId, id } satisfies Sending);
  }

  private async planAll({ networkId, id }: Sending): Promise<void> {
    let planned = batch;
    while (planned === batch)
      planned = await inNetwork(this.em, { networkId, timeout: 30_000 }, (em) => this.planSome(em, { networkId, id }));
  }

  /** Says how many. Whoever stops the mailing waits for these, or is seen by the next. */
  private async planSome(em: SqlEntityManager, { networkId, id }: Sending): Promise<number> {
    const mailing = await em.findOne(Mailing, { networkId, id }, { lockMode: LockMode.PESSIMISTIC_READ });
    if (mailing?.state !== 'sending') return 0;
    const people = await takeRecipients(em, mailing, batch);
    const at = await this.clock.now(em);
    for (const personId of people) {
      const audience = { to: 'participant', id: personId } as const;
      const about = { networkId, personId, eventId: id, subjectId: id, rule: mailingRule, audience, at };
      await this.mails.plan(em, { ...about, params: reasonIn(mailing.reason ?? null) });
    }
    return people.length;
  }
}
