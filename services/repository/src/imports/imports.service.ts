import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { importPractice } from '@alianza/contracts/repository/imports';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { newId } from '@alianza/platform/ids';
import { contentColumns, holding, Practice, undecided, type PublishedPractice } from '../practices/practice.entity.js';
import { PublicationService } from '../publication/publication.service.js';
import { SlugsService } from '../publication/slugs.service.js';

@Injectable()
export class ImportsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly slugs: SlugsService,
    private readonly publication: PublicationService,
  ) {}

  /** A sourced record of the network begins published, complete or not. */
  async import({ slug, content }: InputOf<typeof importPractice>, call: Call): Promise<AnswerOf<typeof importPractice>> {
    if (await this.slugs.isTaken(call.network, slug)) return { imported: false };
    const at = await this.clock.now(this.em);
    const by = call.personId;
    const practice = this.em.create(Practice, {
      ...contentColumns(content),
      ...undecided,
      id: newId(),
      networkId: call.network,
      organizationId: null,
      slug,
      status: 'published',
      createdBy: by,
      changedAt: at,
      publishedAt: at,
      decidedBy: by,
      ...holding(at),
    });
    await this.em.persist(practice).flush();
    await this.publication.publish(practice as PublishedPractice, call);
    return { imported: true };
  }
}
