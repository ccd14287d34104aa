import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { practiceDrafted, practiceEdited, practiceSubmitted } from '@alianza/contracts/repository/practices';
import type { draftPractice, editPractice, EditablePractice, listOwnPractices } from '@alianza/contracts/repository/practices';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { toPage } from '@alianza/platform/data/cursors';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { InstantAndId, keysAfter, lastId, lastInstant } from '../data/cursor-keys.js';
import { ownerName } from '../organizations/organization-name.js';
import { contentColumns, Practice } from './practice.entity.js';
import { stateOf, viewEditable, viewRow } from './practice.views.js';
import { PracticeNotFoundError } from './practices.errors.js';
import { mayEdit, ownerFor } from './practices.policy.js';
import { readOwn, readToEdit } from './practices.queries.js';

@Injectable()
export class PracticesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async draft({ content }: InputOf<typeof draftPractice>, call: Call): Promise<EditablePractice> {
    const organizationId = owner(call);
    const changedAt = await this.clock.now(this.em);
    const written = {
      ...contentColumns(content),
      id: newId(),
      networkId: call.network,
      organizationId,
      createdBy: call.personId,
      changedAt,
    };
    const undecided = { slug: null, status: 'draft', submittedAt: null, publishedAt: null, decidedBy: null } as const;
    const practice = this.em.create(Practice, { ...written, ...undecided, comments: [] });
    return this.settle(practice, practiceDrafted, call);
  }

  async edit({ id, content }: InputOf<typeof editPractice>, call: Call): Promise<EditablePractice> {
    const practice = await this.load(id, call);
    expectVersion(practice, call);
    practice.edit(content, await this.clock.now(this.em));
    return this.settle(practice, practiceEdited, call);
  }

  async read(id: string, call: Call): Promise<EditablePractice> {
    const practice = await readToEdit(this.em, call.network, id);
    if (!practice || !mayEdit(call.principal, practice)) throw new PracticeNotFoundError();
    return viewEditable(practice, practice.name, call);
  }

  async submit(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.load(id, call);
    expectVersion(practice, call);
    practice.submit(await this.clock.now(this.em));
    return this.settle(practice, practiceSubmitted, call);
  }

  async own({ status, cursor, limit }: InputOf<typeof listOwnPractices>, call: Call): Promise<AnswerOf<typeof listOwnPractices>> {
    const organizationId = owner(call);
    const after = keysAfter(cursor, InstantAndId, [lastInstant, lastId]);
    const found = await readOwn(this.em, call.network, { organizationId, status: status ?? null, after, limit: limit + 1 });
    const rows = found.map((row) => viewRow(row, call));
    const page = toPage(rows, limit, ({ changedAt, id }) => [changedAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  /** What one may not see does not exist. */
  private async load(id: string, call: Call): Promise<Practice> {
    const practice = await this.em.findOne(Practice, { id, networkId: call.network });
    if (!practice || !mayEdit(call.principal, practice)) throw new PracticeNotFoundError();
    return practice;
  }

  private async settle(practice: Practice, type: EventType<typeof practiceDrafted.data>, call: Call): Promise<EditablePractice> {
    await this.em.persist(practice).flush();
    record(this.em, call, type, { aggregateId: practice.id, aggregateVersion: practice.version, data: stateOf(practice) });
    return this.view(practice, call);
  }

  private async view(practice: Practice, call: Call): Promise<EditablePractice> {
    return viewEditable(practice, await ownerName(this.em, practice), call);
  }
}

/** Whose record it is; who acts for several organisations and is nobody's secretariat must say for which. */
function owner(call: Call): string | null {
  const known = ownerFor(call.principal);
  return known === undefined ? call.actingFor : known;
}
