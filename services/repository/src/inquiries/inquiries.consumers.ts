import { Controller } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { correspondentConfirmed } from '@alianza/contracts/membership/outside/correspondents';
import { mailBounced } from '@alianza/contracts/notifications/mails';
import { inquiryOpened, inquiryUndelivered } from '@alianza/contracts/repository/inquiries';
import { Clock } from '@alianza/platform/clock';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { record } from '@alianza/platform/events/record';
import { nowhere } from '@alianza/platform/ids';
import { standInFor } from '../organizations/stand-in.queries.js';
import { Inquiry } from './inquiry.entity.js';
import { stateOf } from './inquiry.views.js';

/** An address holds: what was asked from it is read from now on. It fails: who answered is told. */
@Controller()
export class InquiriesConsumers {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  @Consumes(correspondentConfirmed, 'repository-inquiries-confirmed')
  async confirmed(event: Event): Promise<void> {
    const { networkId, aggregateId: id, id: cause, actor } = event;
    const inquiry = await this.em.findOne(Inquiry, { networkId: networkId ?? nowhere, id });
    if (!inquiry?.open(await this.clock.now(this.em))) return;
    await this.em.flush();
    record(this.em, { networkId, actor, cause }, inquiryOpened, {
      aggregateId: id,
      aggregateVersion: inquiry.version,
      data: stateOf(inquiry, (await standInFor(this.em, inquiry)) !== null),
    });
  }

  @Consumes(mailBounced, 'repository-inquiries-bounced')
  async bounced({ networkId, id: cause, actor, data }: Event<DataOf<typeof mailBounced>>): Promise<void> {
    const { about, rule, status } = data;
    if (about?.to !== 'correspondent' || !['inquiry-answered', 'inquiry-closed'].includes(rule)) return;
    const of = { networkId: networkId ?? nowhere, id: about.id };
    const inquiry = await this.em.findOne(Inquiry, of, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!inquiry?.comeBack(status, await this.clock.now(this.em))) return;
    await this.em.flush();
    record(this.em, { networkId, actor, cause }, inquiryUndelivered, {
      aggregateId: inquiry.id,
      aggregateVersion: inquiry.version,
      data: stateOf(inquiry, inquiry.stoodIn),
    });
  }
}
