import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { practiceDrafted, practiceEdited, practiceSubmitted } from '@alianza/contracts/repository/practices';
import type {
  draftPractice,
  editPractice,
  EditablePractice,
  listOwnPractices,
  submitPractice,
} from '@alianza/contracts/repository/practices';
import type { confirmTranslation } from '@alianza/contracts/repository/review/translations';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { NetworkReads } from '@alianza/platform/data/reads/network-reads';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { keysAfter, lastId, lastInstant } from '../data/cursor-keys.js';
import { NetworkDays } from '../networks/network-days.js';
import { termsInForce } from '../networks/terms.queries.js';
import { settleFiles } from '../attachments/record-files.js';
import { Submission } from '../reviews/submission.entity.js';
import { expectOffered } from '../taxonomy/offered-concepts.js';
import { expectActive } from '../organizations/active.js';
import { DraftingService } from './drafting.service.js';
import { PracticeDesk } from './practice-desk.js';
import { viewEditable, viewRow } from './practice.views.js';
import { PracticeNotFoundError, TermsNotInForceError } from './practices.errors.js';
import { mayEdit, ownerFor } from './practices.policy.js';
import { readOwn, readToEdit } from './practices.queries.js';

@Injectable()
export class PracticesService {
  constructor(
    private readonly em: EntityManager,
    private readonly reads: NetworkReads,
    private readonly clock: Clock,
    private readonly desk: PracticeDesk,
    private readonly drafting: DraftingService,
    private readonly days: NetworkDays,
  ) {}

  async draft({ content }: InputOf<typeof draftPractice>, call: Call): Promise<EditablePractice> {
    const practice = await this.drafting.begin(content, { organizationId: owner(call), onBehalf: false }, call);
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
    return viewEditable(practice, { ...practice, comments }, call);
  }

  /** Whoever hands it in has read the terms that hold now: what others were shown is not what the organisation agrees to. */
  async submit({ id, terms }: InputOf<typeof submitPractice>, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    const at = await this.clock.now(this.em);
    practice.submit(at);
    const { network: networkId, personId: by } = call;
    if (terms !== (await termsInForce(this.em, networkId))) throw new TermsNotInForceError();
    const { submissions: number, content, organizationId = null } = practice;
    if (organizationId && organizationId !== call.principal.actingFor) await expectActive(this.em, { networkId, organizationId });
    const handedIn = { networkId, practiceId: id, number, content, by, organizationId, terms, at, outcome: null };
    this.em.persist(this.em.create(Submission, handedIn));
    return this.desk.settle(practice, practiceSubmitted, call);
  }

  async own({ status, due, cursor, limit }: InputOf<typeof listOwnPractices>, call: Call): Promise<AnswerOf<typeof listOwnPractices>> {
    const organizationId = owner(call);
    const after = keysAfter(cursor, InstantAndId, [lastInstant, lastId]);
    const wanted = {
      organizationId,
      status: status ?? null,
      due: due === 'true' ? await this.clock.now(this.em) : null,
      after,
      limit: limit + 1,
    };
    const found = await readOwn(this.em, call.network, wanted);
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
