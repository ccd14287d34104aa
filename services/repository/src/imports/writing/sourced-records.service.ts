import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { importPractice } from '@alianza/contracts/repository/imports';
import { practiceDrafted, practiceEdited, type PracticeContent } from '@alianza/contracts/repository/practices';
import { versionBegun } from '@alianza/contracts/repository/publication/versions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { recordAll } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { settleFiles } from '../../attachments/record-files.js';
import { NetworkDays } from '../../networks/network-days.js';
import { contentColumns, Practice, undecided, type Deed, type PublishedPractice } from '../../practices/practice.entity.js';
import { stateOf, titledStateOf } from '../../practices/practice.views.js';
import { PublicationService } from '../../publication/publication.service.js';
import { holding } from '../../verifications/holding.js';
import { SlugsService } from '../../publication/slugs.service.js';
import { expectOffered } from '../../taxonomy/offered-concepts.js';

/** Who writes, when, and what the fact of it goes out with. */
export interface Writing extends Deed {
  readonly networkId: string;
  readonly origin: Origin & { readonly fallback: PortalLanguage };
}

export interface Newcomer {
  readonly content: PracticeContent;
  /** Its address, of one that begins published; null of a draft. */
  readonly slug: string | null;
}

export interface Changing {
  readonly practice: Practice;
  readonly content: PracticeContent;
}

/** Records of the network itself, as somebody's source tells them. */
@Injectable()
export class SourcedRecords {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly slugs: SlugsService,
    private readonly publication: PublicationService,
    private readonly days: NetworkDays,
  ) {}

  /** One record by itself; the same slug again changes nothing. */
  async import({ slug, content }: InputOf<typeof importPractice>, call: Call): Promise<AnswerOf<typeof importPractice>> {
    if (await this.slugs.isTaken(call.network, slug)) return { imported: false };
    const at = await this.clock.now(this.em);
    const day = await this.days.dayOf(call.network, at);
    await expectOffered(this.em, { networkId: call.network, content, before: null, day });
    const settled = await settleFiles(this.em, content, { networkId: call.network, practiceId: null });
    await this.create([{ slug, content: settled }], { networkId: call.network, by: call.personId, at, origin: call });
    return { imported: true };
  }

  /** They begin published, complete or not, or as drafts, which are submitted and reviewed like any other. */
  async create(newcomers: readonly Newcomer[], writing: Writing): Promise<Practice[]> {
    const { networkId, by, at, origin } = writing;
    const made = newcomers.map(({ slug, content }) => {
      const begun = {
        ...contentColumns(content),
        ...undecided,
        id: newId(),
        networkId,
        organizationId: null,
        createdBy: by,
        changedAt: at,
      };
      if (slug === null) return this.em.create(Practice, { ...begun, status: 'draft' });
      return this.em.create(Practice, { ...begun, slug, status: 'published', publishedAt: at, decidedBy: by, ...holding(at) });
    });
    await this.em.persist(made).flush();
    const drafts = made.filter(({ slug }) => slug === null);
    await this.publication.publishAll(made.filter(hasAddress), origin);
    recordAll(
      this.em,
      origin,
      practiceDrafted,
      drafts.map((practice) => ({ aggregateId: practice.id, aggregateVersion: practice.version, data: stateOf(practice) })),
    );
    return made;
  }

  /** What no review has had: what is public changes at once, as its next version. */
  async renew(changes: readonly Changing[], { by, at, origin }: Writing): Promise<void> {
    const renewed: PublishedPractice[] = [];
    for (const { practice: known, content } of changes) {
      const practice: Practice = known;
      practice.renew(content, { by, at });
      renewed.push(practice);
    }
    await this.em.flush();
    await this.publication.publishAll(renewed, origin);
  }

  /** A draft says something else; of what is public the next version is begun, and the public goes on reading the present one. */
  async rewrite(changes: readonly Changing[], { at, origin }: Writing): Promise<void> {
    const revised = changes.filter(({ practice }) => practice.status === 'published');
    for (const { practice } of revised) practice.revise(at);
    for (const { practice, content } of changes) practice.edit(content, at);
    await this.em.flush();
    const factOf = ({ practice }: Changing) => {
      const data = titledStateOf(practice);
      return { aggregateId: practice.id, aggregateVersion: practice.version, data };
    };
    recordAll(this.em, origin, versionBegun, revised.map(factOf));
    recordAll(this.em, origin, practiceEdited, changes.filter((each) => !revised.includes(each)).map(factOf));
  }
}

const hasAddress = (practice: Practice): practice is PublishedPractice => Boolean(practice.slug && practice.publishedAt);
