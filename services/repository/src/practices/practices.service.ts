import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { practiceDrafted, practiceEdited, practiceSubmitted } from '@alianza/contracts/repository/practices';
import type {
  confirmTranslation,
  draftPractice,
  editPractice,
  EditablePractice,
  listOwnPractices,
} from '@alianza/contracts/repository/practices';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { NetworkReads } from '@alianza/platform/data/reads/network-reads';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { toPage } from '@alianza/platform/data/cursors';
import { newId } from '@alianza/platform/ids';
import { InstantAndId, keysAfter, lastId, lastInstant } from '../data/cursor-keys.js';
import { NetworkDays } from '../networks/network-days.js';
import { settleFiles } from '../attachments/record-files.js';
import { Submission } from '../reviews/submission.entity.js';
import { expectOffered } from '../taxonomy/offered-concepts.js';
import { PracticeDesk } from './practice-desk.js';
import { contentColumns, Practice, undecided } from './practice.entity.js';
import { viewEditable, viewRow } from './practice.views.js';
import { PracticeNotFoundError } from './practices.errors.js';
import { mayEdit, ownerFor } from './practices.policy.js';
import { readOwn, readToEdit } from './practices.queries.js';

@Injectable()
export class PracticesService {
  constructor(
    private readonly em: EntityManager,
    private readonly reads: NetworkReads,
    private readonly clock: Clock,
    private readonly desk: PracticeDesk,
    private readonly days: NetworkDays,
  ) {}

  async draft({ content }: InputOf<typeof draftPractice>, call: Call): Promise<EditablePractice> {
    const organizationId = owner(call);
    const changedAt = await this.clock.now(this.em);
    const day = await this.days.dayOf(call.network, changedAt);
    await expectOffered(this.em, { networkId: call.network, content, before: null, day });
    const written = {
      ...contentColumns(await settleFiles(this.em, content, { networkId: call.network, practiceId: null })),
      id: newId(),
      networkId: call.network,
      organizationId,
      createdBy: call.personId,
      changedAt,
    };
    const practice = this.em.create(Practice, { ...written, ...undecided, status: 'draft' });
    return this.desk.settle(practice, practiceDrafted, call);
  }

  async edit({ id, content }: InputOf<typeof editPractice>, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    const at = await this.clock.now(this.em);
    const day = await this.days.dayOf(call.network, at);
    await expectOffered(this.em, { networkId: call.network, content, before: practice.content, day });
    practice.edit(await settleFiles(this.em, content, { networkId: call.network, practiceId: id }), at);
    return this.desk.settle(practice, practiceEdited, call);
  }

  async confirmTranslation({ id, ...translation }: InputOf<typeof confirmTranslation>, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    practice.confirmTranslation(translation, await this.clock.now(this.em));
    return this.desk.settle(practice, practiceEdited, call);
  }

  async read(id: string, call: Call): Promise<EditablePractice> {
    const { network: networkId, request } = call;
    const practice = await readToEdit(this.reads, networkId, id);
    if (!practice || !mayEdit(call.principal, practice)) throw new PracticeNotFoundError();
    const scope = { networkId, timeout: request.left, readOnly: true };
    const isHandedIn = practice.submissions > 0;
    const comments = isHandedIn ? await inNetwork(this.em, scope, () => this.desk.commentsOn({ ...practice, networkId })) : [];
    return viewEditable(practice, { name: practice.name, comments }, call);
  }

  async submit(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    const at = await this.clock.now(this.em);
    practice.submit(at);
    const { network: networkId, personId: by } = call;
    const handedIn = { networkId, practiceId: id, number: practice.submissions, content: practice.content, by, at, outcome: null };
    this.em.persist(this.em.create(Submission, handedIn));
    return this.desk.settle(practice, practiceSubmitted, call);
  }

  async own({ status, cursor, limit }: InputOf<typeof listOwnPractices>, call: Call): Promise<AnswerOf<typeof listOwnPractices>> {
    const organizationId = owner(call);
    const after = keysAfter(cursor, InstantAndId, [lastInstant, lastId]);
    const found = await readOwn(this.em, call.network, { organizationId, status: status ?? null, after, limit: limit + 1 });
    const rows = found.map((row) => viewRow(row, call));
    const page = toPage(rows, limit, ({ changedAt, id }) => [changedAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }
}

/** Whose record it is; who acts for several organisations and is nobody's secretariat must say for which. */
function owner(call: Call): string | null {
  const known = ownerFor(call.principal);
  return known === undefined ? call.actingFor : known;
}
