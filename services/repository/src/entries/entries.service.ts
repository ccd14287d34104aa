import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { practiceEntered, type enterPractice, type listEnteredPractices } from '@alianza/contracts/repository/review/entries';
import type { Call } from '@alianza/platform/calls/call';
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { keysAfter, lastId, lastInstant } from '../data/cursor-keys.js';
import { expectActive } from '../organizations/active.js';
import { DraftingService } from '../practices/drafting.service.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { viewRow } from '../practices/practice.views.js';
import { readEntered } from './entries.queries.js';

/** What the secretariat writes in the name of an organisation, which answers for it from the first word. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly em: EntityManager,
    private readonly desk: PracticeDesk,
    private readonly drafting: DraftingService,
  ) {}

  async enter({ organizationId, content }: InputOf<typeof enterPractice>, call: Call): Promise<EditablePractice> {
    await expectActive(this.em, { networkId: call.network, organizationId });
    const practice = await this.drafting.begin(content, { organizationId, onBehalf: true }, call);
    return this.desk.settle(practice, practiceEntered, call);
  }

  async list({ status, cursor, limit }: InputOf<typeof listEnteredPractices>, call: Call): Promise<AnswerOf<typeof listEnteredPractices>> {
    const after = keysAfter(cursor, InstantAndId, [lastInstant, lastId]);
    const found = await readEntered(this.em, call.network, { status: status ?? null, after, limit: limit + 1 });
    const page = toPage(
      found.map((row) => viewRow(row, call)),
      limit,
      ({ changedAt, id }) => [changedAt, id],
    );
    return { items: page.rows, nextCursor: page.nextCursor };
  }
}
