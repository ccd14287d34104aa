import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { importPractice } from '@alianza/contracts/repository/imports';
import { practiceDrafted, practiceEdited, type PracticeContent } from '@alianza/contracts/repository/practices';
import { versionBegun } from '@alianza/contracts/repository/publication/versions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { settleFiles } from '../../attachments/record-files.js';
import { NetworkDays } from '../../networks/network-days.js';
import { contentColumns, holding, Practice, undecided, type Deed, type PublishedPractice } from '../../practices/practice.entity.js';
import { stateOf, titledStateOf } from '../../practices/practice.views.js';
import { PublicationService } from '../../publication/publication.service.js';
import { SlugsService } from '../../publication/slugs.service.js';
import { expectOffered } from '../../taxonomy/offered-concepts.js';

/** Who writes, when, and what the fact of it goes out with. */
export interface Writing extends Deed {
  readonly networkId: string;
  readonly origin: Origin & { readonly fallback: PortalLanguage };
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
    await this.publish(slug, settled, { networkId: call.network, by: call.personId, at, origin: call });
    return { imported: true };
  }

  /** Begins published, complete or not. */
  async publish(slug: string, content: PracticeContent, writing: Writing): Promise<Practice> {
    const { by, at, origin } = writing;
    const decided = { slug, status: 'published' as const, publishedAt: at, decidedBy: by, ...holding(at) };
    const practice = this.em.create(Practice, { ...this.begun(content, writing), ...decided });
    await this.em.persist(practice).flush();
    await this.publication.publish(practice as PublishedPractice, origin);
    return practice;
  }

  /** Begins as a draft, which is submitted and reviewed like any other. */
  async draft(content: PracticeContent, writing: Writing): Promise<Practice> {
    const practice = this.em.create(Practice, { ...this.begun(content, writing), status: 'draft' });
    await this.em.persist(practice).flush();
    record(this.em, writing.origin, practiceDrafted, {
      aggregateId: practice.id,
      aggregateVersion: practice.version,
      data: stateOf(practice),
    });
    return practice;
  }

  /** What is public changes at once, as its next version. */
  async renew(practice: Practice, content: PracticeContent, { by, at, origin }: Writing): Promise<void> {
    practice.renew(content, { by, at });
    await this.em.flush();
    await this.publication.publish(practice, origin);
  }

  /** A draft says something else; of what is public the next version is begun, and the public goes on reading the present one. */
  async rewrite(practice: Practice, content: PracticeContent, { at, origin }: Writing): Promise<void> {
    const isPublished = practice.status === 'published';
    if (isPublished) practice.revise(at);
    practice.edit(content, at);
    await this.em.flush();
    const type = isPublished ? versionBegun : practiceEdited;
    record(this.em, origin, type, { aggregateId: practice.id, aggregateVersion: practice.version, data: titledStateOf(practice) });
  }

  private begun(content: PracticeContent, { networkId, by, at }: Writing) {
    return { ...contentColumns(content), ...undecided, id: newId(), networkId, organizationId: null, createdBy: by, changedAt: at };
  }
}
