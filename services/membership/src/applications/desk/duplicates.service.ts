import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Likeness, Likenesses } from '@alianza/contracts/membership/application-desk';
import { languages } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { resolve } from '@alianza/platform/data/localized';
import { QueueService } from '../queue.service.js';
import { readOrganizations, readOthers, type KnownApplication, type KnownOrganization } from './duplicates.queries.js';
import { alikeBy, traitsOf, type Known, type Traits } from './likeness.js';

/** More would help nobody to decide. */
const most = 20;

interface Alike<T> {
  readonly known: T;
  readonly by: Likeness[];
}

/** Those that are alike, the most alike first. */
function among<T>(all: readonly T[], traits: Traits, say: (known: T) => Known): Alike<T>[] {
  const alike = all.map((known) => ({ known, by: alikeBy(traits, traitsOf(say(known))) })).filter(({ by }) => by.length > 0);
  return alike.sort((one, other) => other.by.length - one.by.length).slice(0, most);
}

const ofOrganization = ({ name, acronym, website }: KnownOrganization): Known => ({
  names: languages.flatMap((lang) => name[lang] ?? []),
  acronym,
  website,
});
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
  ) {}

  async find(id: string, call: Call): Promise<Likenesses> {
    const application = await this.queue.load(id, call.network);
    const traits = traitsOf(ofApplication(application));
    const organizations = among(await readOrganizations(this.em, call.network), traits, ofOrganization);
    const applications = among(await readOthers(this.em, call.network, id), traits, ofApplication);
    return {
      organizations: organizations.map(({ known, by }) => {
        const { id: organizationId, slug, name, kind, status } = known;
        return { id: organizationId, slug, name: resolve(name, call).text, kind, status, by };
      }),
      applications: applications.map(({ known, by }) => {
        const { id: applicationId, organization, status, submittedAt } = known;
        return { id: applicationId, organization, status, submittedAt: new Date(submittedAt).toISOString(), by };
      }),
    };
  }
}
