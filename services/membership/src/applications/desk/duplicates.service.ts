import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Likenesses } from '@alianza/contracts/membership/application-desk';
import type { Call } from '@alianza/platform/calls/call';
import { ActorProgress } from '../../actors/actor-progress.service.js';
import { QueueService } from '../queue.service.js';
import { readOthers, type KnownApplication } from './duplicates.queries.js';
import { among, likeOrganizations } from './like-organizations.js';
import { traitsOf, type Known } from './likeness.js';

const ofApplication = ({ organization, acronym, website, email }: Omit<KnownApplication, 'submittedAt'>): Known => ({
  names: [organization],
  acronym,
  website,
  email,
});

/** Who may be the same as whoever applies: for the secretariat's eyes, it never stops anybody. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly em: EntityManager,
    private readonly queue: QueueService,
    private readonly actors: ActorProgress,
  ) {}

  async find(id: string, call: Call): Promise<Likenesses> {
    const application = await this.queue.load(id, call.network);
    const known = ofApplication(application);
    const invited = await this.actors.invited(application);
    const applications = among(await readOthers(this.em, call.network, id), traitsOf(known), ofApplication);
    return {
      organizations: await likeOrganizations(this.em, { networkId: call.network, known, invited }, call),
      applications: applications.map(({ known: other, by }) => {
        const { id: applicationId, organization, status, submittedAt } = other;
        return { id: applicationId, organization, status, submittedAt: new Date(submittedAt).toISOString(), by };
      }),
    };
  }
}
