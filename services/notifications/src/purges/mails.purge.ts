import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { daysOf, milliseconds, retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { queryRows } from '@alianza/platform/data/queries';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { ReturnPath } from '../bounces/return-path.entity.js';
import { MailingRecipient } from '../mailings/mailing-recipient.entity.js';
import { mailingRule } from '../mailings/mailing-rules.js';
import { Mailing } from '../mailings/mailing.entity.js';
import { oneMailing, type CountedMailing } from '../mailings/mailings.queries.js';
import { Mail } from '../mails/mail.entity.js';
import { Settled } from '../settling/settled.entity.js';

export const mailsPurgeQueue = 'mails-purge';

/** Forgets which report belongs to which mail, to whom mailings went, and at last that mails were sent and tasks done. */
@Injectable()
export class MailsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('21 9 * * *', mailsPurgeQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    await inNetwork(this.em, { networkId: null }, async (em) => {
      await em.nativeDelete(ReturnPath, { madeAt: { $lt: await this.since(em, retention.bounceTokenDays) } });
    });
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id } of items) await inNetwork(this.em, { networkId: id, timeout: 60_000 }, (em) => this.purgeNetwork(em, id));
  }

  private async purgeNetwork(em: SqlEntityManager, networkId: string): Promise<void> {
    const due = { networkId, counts: null, at: { $lt: await this.since(em, retention.mailingRecipientDays) } };
    for (const mailing of await em.find(Mailing, due)) await this.settle(em, mailing);
    await em.nativeDelete(Mail, { networkId, at: { $lt: await this.since(em, daysOf(retention.mailMonths)) } });
    await em.nativeDelete(Settled, { networkId, at: { $lt: await this.since(em, retention.heardDays) } });
  }

  /** What became of a mailing is counted before its mails go. */
  private async settle(em: SqlEntityManager, mailing: Mailing): Promise<void> {
    const { networkId, id } = mailing;
    const [row] = await queryRows<CountedMailing>(em, oneMailing, [networkId, id]);
    if (!row) return;
    const { sent, bounced, withheld } = row;
    mailing.settle({ sent, bounced, withheld });
    await em.flush();
    await em.nativeDelete(MailingRecipient, { networkId, mailingId: id });
    await em.nativeDelete(Mail, { networkId, eventId: id, rule: mailingRule });
  }

  private async since(em: SqlEntityManager, days: number): Promise<Date> {
    return new Date((await this.clock.now(em)).getTime() - milliseconds(days));
  }
}
