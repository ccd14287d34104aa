import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { OrganizationFact } from '@alianza/contracts/membership/directory/members';
import type { OwnHistory } from '@alianza/contracts/membership/directory/own-history';
import type { editProfile, Profile } from '@alianza/contracts/membership/directory/profiles';
import type { InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Actor } from '../../actors/actor.entity.js';
import { CategoriesService } from '../categories/categories.service.js';
import { HistoryService } from '../history/history.service.js';
import { Organization } from '../organization.entity.js';
import { formerNamesOf } from '../publication.js';
import { Settling } from '../settling.service.js';
import { OrganizationNotFoundError } from '../standing/standing.errors.js';
import { changesBetween } from './changes.js';
import { LogosService } from './logos.service.js';
import { viewProfile } from './profile.view.js';

/** What the organisation acted for says of itself, and what of it the public reads. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly em: EntityManager,
    private readonly logos: LogosService,
    private readonly settling: Settling,
    private readonly history: HistoryService,
    private readonly categories: CategoriesService,
  ) {}

  async get(call: Call): Promise<Profile> {
    return viewProfile(await this.load(call), call);
  }

  /** What the network did is told as the network's, and not who of it did it. */
  async readHistory(call: Call): Promise<OwnHistory> {
    const organization = await this.load(call);
    const facts = sinceAdmitted(await this.history.list(organization), await this.wasCharted(organization));
    return {
      formerNames: formerNamesOf(organization) ?? [],
      categories: await this.categories.list(organization),
      facts: facts.map((fact) => (fact.own ? fact : { ...fact, by: null })),
    };
  }

  async edit({ logoUploadId, ...said }: InputOf<typeof editProfile>, call: Call): Promise<Profile> {
    const organization = await this.load(call);
    expectVersion(organization, call);
    const changes = changesBetween(organization, said);
    if (changes.length > 0) organization.describe(said);
    if (logoUploadId !== undefined && (await this.logos.put(organization, logoUploadId, call)))
      changes.push({ field: 'logo', before: null, after: null });
    if (changes.length > 0) await this.settling.settle(organization, { what: 'edited', changes }, call);
    return viewProfile(organization, call);
  }

  async load(call: Call): Promise<Organization> {
    const organization = await this.em.findOne(Organization, { networkId: call.network, id: call.actingFor, kind: 'member' });
    if (!organization) throw new OrganizationNotFoundError();
    return organization;
  }

  private async wasCharted({ networkId, id: organizationId }: Organization): Promise<boolean> {
    return (await this.em.count(Actor, { networkId, organizationId })) > 0;
  }
}

/** What the secretariat noted of somebody on the map of actors is its own, also once that one has come in. */
function sinceAdmitted(facts: readonly OrganizationFact[], charted: boolean): OrganizationFact[] {
  const cameIn = charted ? facts.findLastIndex(({ what }) => what === 'admitted') : -1;
  return cameIn === -1 ? [...facts] : facts.slice(0, cameIn + 1);
}
