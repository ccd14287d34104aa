import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { registerCorrespondent } from '@alianza/contracts/membership/outside/correspondents';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { inquirySent, type InquiryKind, type sendInquiry, type writeMessage } from '@alianza/contracts/repository/inquiries';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { textIn } from '@alianza/texts/server';
import { Practice } from '../practices/practice.entity.js';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { publishedBySlug, type PublishedRecord } from '../publication/publication.queries.js';
import { Inquiry } from './inquiry.entity.js';
import { stateOf } from './inquiry.views.js';

type Written = InputOf<typeof writeMessage> & { kind: InquiryKind };
type About = Pick<Inquiry, 'title'> & { practiceId: string | null; slug: string | null; organizationId: string | null };

/** The asker's side: the forms. */
@Injectable()
export class InquiriesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
    private readonly operations: OperationsClient,
  ) {}

  async send({ slug, ...written }: InputOf<typeof sendInquiry>, call: Call): Promise<AnswerOf<typeof sendInquiry>> {
    const { network: networkId, request } = call;
    const [published] = await this.reads.rows<PublishedRecord>(publishedBySlug, [networkId, slug], request.left);
    if (!published) throw new PracticeNotFoundError();
    const organizationId = await this.addressee(networkId, published.id, written.kind);
    return this.keep(written, { practiceId: published.id, slug, title: published.content.title, organizationId }, call);
  }

  /** To the secretariat; it is listed under what the site is called. */
  write(written: InputOf<typeof writeMessage>, call: Call): Promise<AnswerOf<typeof writeMessage>> {
    const title = { original: 'es' as const, es: textIn('es')('inquiries.message.about'), en: textIn('en')('inquiries.message.about') };
    return this.keep({ ...written, kind: 'message' }, { practiceId: null, slug: null, title, organizationId: null }, call);
  }

  /** The address goes to membership at once and is kept nowhere here; the id names both what is asked and who asks. */
  private async keep({ email, ...written }: Written, about: About, call: Call): Promise<AnswerOf<typeof sendInquiry>> {
    const id = newId();
    await this.operations.ask(registerCorrespondent, { id, email, language: written.language }, call.network);
    const unsettled = { status: 'unconfirmed', openedAt: null, outcome: null, settledAt: null, settledBy: null, stoodIn: false } as const;
    const sentAt = await this.clock.now(this.em);
    const inquiry = this.em.create(Inquiry, { id, networkId: call.network, ...about, ...written, sentAt, ...unsettled });
    await this.em.persist(inquiry).flush();
    record(this.em, call, inquirySent, { aggregateId: id, aggregateVersion: inquiry.version, data: stateOf(inquiry, false) });
    return {};
  }

  /** Questions go to the organisation whose record it is; mistakes, and questions about the network's own records, to the secretariat. */
  private async addressee(networkId: string, practiceId: string, kind: InquiryKind): Promise<string | null> {
    if (kind === 'mistake') return null;
    const practice = await this.em.findOne(Practice, { networkId, id: practiceId });
    return practice?.organizationId ?? null;
  }
}
