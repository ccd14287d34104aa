import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { practiceChangesRequested, type EditablePractice } from '@alianza/contracts/repository/practices';
import type { listReviews, requestChanges } from '@alianza/contracts/repository/reviews';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { toPage } from '@alianza/platform/data/cursors';
import { record } from '@alianza/platform/events/record';
import { firstId, firstInstant, InstantAndId, keysAfter } from '../data/cursor-keys.js';
import { ownerName } from '../organizations/organization-name.js';
import { Practice, type Deed } from '../practices/practice.entity.js';
import { stateOf, viewEditable, viewRow } from '../practices/practice.views.js';
import { PracticeNotFoundError, PracticeNotInReviewError, PracticeOwnDecisionError } from '../practices/practices.errors.js';
import { mayDecide, mayReview, wasHandedIn } from '../practices/practices.policy.js';
import { readWaiting, readWaitingTotal } from '../practices/practices.queries.js';
import { PublicationService } from '../publication/publication.service.js';
import { SlugsService } from '../publication/slugs.service.js';

@Injectable()
export class ReviewsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly slugs: SlugsService,
    private readonly publication: PublicationService,
  ) {}

  async list({ cursor, limit }: InputOf<typeof listReviews>, call: Call): Promise<AnswerOf<typeof listReviews>> {
    const after = keysAfter(cursor, InstantAndId, [firstInstant, firstId]);
    const total = await readWaitingTotal(this.em, call.network);
    const found = await readWaiting(this.em, call.network, { after, limit: limit + 1 });
    const rows = found.map((row) => viewRow(row, call));
    const page = toPage(rows, limit, ({ submittedAt, id }) => [submittedAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor, total };
  }

  async read(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.load(id, call);
    if (!mayReview(practice)) throw new PracticeNotFoundError();
    return this.view(practice, call);
  }

  async requestChanges({ id, comments }: InputOf<typeof requestChanges>, call: Call): Promise<EditablePractice> {
    const practice = await this.toDecide(id, call);
    practice.requestChanges(comments, await this.deed(call));
    await this.em.flush();
    record(this.em, call, practiceChangesRequested, { aggregateId: id, aggregateVersion: practice.version, data: stateOf(practice) });
    return this.view(practice, call);
  }

  async publish(id: string, call: Call): Promise<EditablePractice> {
    const practice: Practice = await this.toDecide(id, call);
    const slug = await this.slugs.forTitle(call.network, practice.title);
    practice.publish(slug, await this.deed(call));
    await this.em.flush();
    await this.publication.publish(practice, call);
    return this.view(practice, call);
  }

  private async load(id: string, { network }: Call): Promise<Practice> {
    const practice = await this.em.findOne(Practice, { id, networkId: network });
    if (!practice || !wasHandedIn(practice)) throw new PracticeNotFoundError();
    return practice;
  }

  private async toDecide(id: string, call: Call): Promise<Practice> {
    const practice = await this.load(id, call);
    if (!mayDecide(call.principal, practice)) throw new PracticeOwnDecisionError();
    if (practice.status !== 'submitted') throw new PracticeNotInReviewError(practice.status);
    expectVersion(practice, call);
    return practice;
  }

  private async deed(call: Call): Promise<Deed> {
    return { by: call.personId, at: await this.clock.now(this.em) };
  }

  private async view(practice: Practice, call: Call): Promise<EditablePractice> {
    return viewEditable(practice, await ownerName(this.em, practice), call);
  }
}
