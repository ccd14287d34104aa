import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  inquiryAnswered,
  inquiryClosed,
  type answerInquiry,
  type closeInquiry,
  type Inquiry as Sheet,
  type listInquiries,
} from '@alianza/contracts/repository/inquiries';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { toPage } from '@alianza/platform/data/cursors';
import { record } from '@alianza/platform/events/record';
import { firstId, firstInstant, InstantAndId, keysAfter } from '../data/cursor-keys.js';
import { isSecretariat, mayEdit } from '../practices/practices.policy.js';
import { InquiryNotFoundError } from './inquiries.errors.js';
import { readQueue } from './inquiries.queries.js';
import { Inquiry, type Settlement } from './inquiry.entity.js';
import { stateOf, viewInquiry, viewRow } from './inquiry.views.js';

/** The other side: the queue of who answers. An inquiry is its addressee's as a record is its owner's. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async list({ of, status, cursor, limit }: InputOf<typeof listInquiries>, call: Call): Promise<AnswerOf<typeof listInquiries>> {
    if (of === 'secretariat' && !isSecretariat(call.principal)) throw new DomainError(generalErrors.forbidden);
    const organizationId = of === 'secretariat' ? null : call.actingFor;
    const after = keysAfter(cursor, InstantAndId, [firstInstant, firstId]);
    const found = await readQueue(this.em, { networkId: call.network, organizationId, status, after, limit: limit + 1 });
    const rows = found.rows.map((row) => viewRow(row, call));
    const page = toPage(rows, limit, ({ openedAt, id }) => [openedAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor, total: found.total };
  }

  async get(id: string, call: Call): Promise<Sheet> {
    return viewInquiry(await this.load(id, call), call);
  }

  async answer({ id, text }: InputOf<typeof answerInquiry>, call: Call): Promise<Sheet> {
    const inquiry = await this.toSettle(id, call);
    inquiry.answer(await this.settlement(text, call));
    return this.settle(inquiry, inquiryAnswered, call);
  }

  async close({ id, reason }: InputOf<typeof closeInquiry>, call: Call): Promise<Sheet> {
    const inquiry = await this.toSettle(id, call);
    inquiry.close(await this.settlement(reason, call));
    return this.settle(inquiry, inquiryClosed, call);
  }

  private async settlement(outcome: string, { personId: by }: Call): Promise<Settlement> {
    return { outcome, by, at: await this.clock.now(this.em) };
  }

  private async toSettle(id: string, call: Call): Promise<Inquiry> {
    const inquiry = await this.load(id, call);
    expectVersion(inquiry, call);
    return inquiry;
  }

  /** One whose address is not confirmed exists for nobody. */
  private async load(id: string, { network: networkId, principal }: Call): Promise<Inquiry> {
    const inquiry = await this.em.findOne(Inquiry, { networkId, id, openedAt: { $ne: null } });
    if (!inquiry || !mayEdit(principal, inquiry)) throw new InquiryNotFoundError();
    return inquiry;
  }

  private async settle(inquiry: Inquiry, happened: typeof inquiryAnswered, call: Call): Promise<Sheet> {
    await this.em.flush();
    const { id, version, outcome } = inquiry;
    const data = { ...stateOf(inquiry), outcome: outcome ?? '' };
    record(this.em, call, happened, { aggregateId: id, aggregateVersion: version, data });
    return viewInquiry(inquiry, call);
  }
}
