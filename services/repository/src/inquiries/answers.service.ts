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
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { record } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { takenParams } from '@alianza/platform/tasks/task-rows';
import { firstId, firstInstant, keysAfter } from '../data/cursor-keys.js';
import { standInFor, type Away } from '../organizations/stand-in.queries.js';
import { isSecretariat, mayEdit } from '../practices/practices.policy.js';
import { InquiryNotFoundError } from './inquiries.errors.js';
import { mayAnswer } from './inquiries.policy.js';
import { readQueue } from './inquiries.queries.js';
import { Inquiry, type Settlement } from './inquiry.entity.js';
import { stateOf, viewInquiry, viewRow } from './inquiry.views.js';

interface Loaded {
  readonly inquiry: Inquiry;
  /** For whom the secretariat answers. */
  readonly away: Away | null;
}

/** The other side: the queue of who answers. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly holdings: TaskHoldings,
  ) {}

  async list({ of, status, assigned, cursor, limit }: InputOf<typeof listInquiries>, call: Call): Promise<AnswerOf<typeof listInquiries>> {
    if (of === 'secretariat' && !isSecretariat(call.principal)) throw new DomainError(generalErrors.forbidden);
    const organizationId = of === 'secretariat' ? null : call.actingFor;
    const taken = takenParams(assigned, call.personId);
    const after = keysAfter(cursor, InstantAndId, [firstInstant, firstId]);
    const found = await readQueue(this.em, { networkId: call.network, organizationId, taken, status, after, limit: limit + 1 });
    const rows = found.rows.map((row) => ({ ...viewRow(row, call), assignedTo: row.assignedTo }));
    const page = toPage(rows, limit, ({ openedAt, id }) => [openedAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor, total: found.total };
  }

  async get(id: string, call: Call): Promise<Sheet> {
    const { inquiry, away } = await this.load(id, call);
    return viewInquiry(inquiry, away, call);
  }

  async answer({ id, text }: InputOf<typeof answerInquiry>, call: Call): Promise<Sheet> {
    const loaded = await this.toSettle(id, call);
    loaded.inquiry.answer(await this.settlement(text, loaded, call));
    return this.settle(loaded, inquiryAnswered, call);
  }

  async close({ id, reason }: InputOf<typeof closeInquiry>, call: Call): Promise<Sheet> {
    const loaded = await this.toSettle(id, call);
    loaded.inquiry.close(await this.settlement(reason, loaded, call));
    return this.settle(loaded, inquiryClosed, call);
  }

  private async settlement(outcome: string, { inquiry }: Loaded, { personId: by, principal }: Call): Promise<Settlement> {
    return { outcome, by, at: await this.clock.now(this.em), stoodIn: !mayEdit(principal, inquiry) };
  }

  private async toSettle(id: string, call: Call): Promise<Loaded> {
    const loaded = await this.load(id, call);
    expectVersion(loaded.inquiry, call);
    return loaded;
  }

  /** One whose address is not confirmed exists for nobody. */
  private async load(id: string, { network: networkId, principal }: Call): Promise<Loaded> {
    const inquiry = await this.em.findOne(Inquiry, { networkId, id, openedAt: { $ne: null } });
    if (!inquiry) throw new InquiryNotFoundError();
    const away = await standInFor(this.em, inquiry);
    if (!mayAnswer(principal, inquiry, away !== null)) throw new InquiryNotFoundError();
    return { inquiry, away };
  }

  private async settle({ inquiry, away }: Loaded, happened: typeof inquiryAnswered, call: Call): Promise<Sheet> {
    await this.em.flush();
    const { id, networkId, version, outcome, text: asked, stoodIn } = inquiry;
    await this.holdings.giveBack({ networkId, queue: 'inquiries' }, id);
    const data = { ...stateOf(inquiry, stoodIn), asked, outcome: outcome ?? '' };
    record(this.em, call, happened, { aggregateId: id, aggregateVersion: version, data });
    return viewInquiry(inquiry, away, call);
  }
}
