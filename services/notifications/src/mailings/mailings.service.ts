import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { DomainError } from '@alianza/contracts/errors';
import {
  mailingErrors,
  mailingLimits,
  mailingSent,
  mailingStopped,
  type MailingPreview,
  type previewMailing,
  type sendMailing,
  type testMailing,
} from '@alianza/contracts/notifications/mailings';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { queryRows } from '@alianza/platform/data/queries';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Mail } from '../mails/mail.entity.js';
import { MailPlanner } from '../mails/mail-planner.js';
import { testParams } from './mailing-content.js';
import { MailingRecipientsService } from './mailing-recipients.service.js';
import { testRule } from './mailing-rules.js';
import { stateOf } from './mailing-views.service.js';
import { Mailing } from './mailing.entity.js';
import { MailingsJobs } from './mailings.jobs.js';
import { addRecipients, oneMailing, oneMailingAtATime, withholdRest, type CountedMailing } from './mailings.queries.js';

const [hour, day] = [60 * 60 * 1000, 24 * 60 * 60 * 1000];
const before = (date: Date, milliseconds: number) => new Date(date.getTime() - milliseconds);

/** What a secretariat writes to many: seen first, sent once to exactly those, stopped where that is still of use. */
@Injectable()
export class MailingsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly recipients: MailingRecipientsService,
    private readonly mails: MailPlanner,
    private readonly jobs: MailingsJobs,
  ) {}

  async preview({ to, reason }: InputOf<typeof previewMailing>, { network: networkId }: Call): Promise<MailingPreview> {
    return (await this.recipients.find({ to, always: reason !== null, networkId })).preview;
  }

  async test(written: InputOf<typeof testMailing>, { network: networkId, personId }: Call): Promise<Record<string, never>> {
    const at = await this.clock.now(this.em);
    const lately = { networkId, personId, rule: testRule, at: { $gt: before(at, hour) } };
    if ((await this.em.count(Mail, lately)) >= mailingLimits.testsAnHour) throw new DomainError(mailingErrors['mailing-limit-reached']);
    const eventId = newId();
    const audience = { to: 'person', id: personId } as const;
    await this.mails.plan(this.em, {
      networkId,
      personId,
      eventId,
      subjectId: eventId,
      rule: testRule,
      audience,
      at,
      params: testParams(written),
    });
    return {};
  }

  async send({ to, digest, ...written }: InputOf<typeof sendMailing>, call: Call): Promise<{ id: string }> {
    const { network: networkId, personId: by } = call;
    const at = await this.clock.now(this.em);
    await this.expectFew(networkId, at);
    const { people, preview } = await this.recipients.find({ to, always: written.reason !== null, networkId });
    if (preview.digest !== digest) throw new DomainError(mailingErrors['mailing-recipients-changed']);
    if (people.length === 0) throw new DomainError(mailingErrors['mailing-reaches-nobody']);
    const { roles } = to;
    const made = { ...written, id: newId(), networkId, roles, by, at, state: 'sending' as const, recipients: people.length, counts: null };
    const mailing = this.em.create(Mailing, made);
    await this.em.persist(mailing).flush();
    await addRecipients(this.em, mailing, people);
    await this.jobs.enqueue(mailing);
    record(this.em, call, mailingSent, { aggregateId: mailing.id, aggregateVersion: mailing.version, data: { ...toldOf(mailing), roles } });
    return { id: mailing.id };
  }

  async stop(id: string, call: Call): Promise<void> {
    const { network: networkId } = call;
    const mailing = await this.em.findOne(Mailing, { networkId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!mailing) throw new DomainError(mailingErrors['mailing-not-found']);
    const [counted] = await queryRows<CountedMailing>(this.em, oneMailing, [networkId, id]);
    if (counted && stateOf(counted) === 'done') throw new DomainError(mailingErrors['mailing-ended']); // nothing is left to stop
    mailing.stop();
    await this.em.flush();
    await withholdRest(this.em, mailing);
    record(this.em, call, mailingStopped, { aggregateId: id, aggregateVersion: mailing.version, data: toldOf(mailing) });
  }

  /** Counted one after the other: two at once are two. */
  private async expectFew(networkId: string, now: Date): Promise<void> {
    await oneMailingAtATime(this.em, networkId);
    const lately = await this.em.count(Mailing, { networkId, at: { $gt: before(now, day) } });
    if (lately >= mailingLimits.mailingsADay) throw new DomainError(mailingErrors['mailing-limit-reached']);
  }
}

const toldOf = ({ subject, recipients, reason }: Mailing) => ({ subject, recipients, reason: reason ?? null });
