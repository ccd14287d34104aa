import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { organizationRegistered, type registerOrganization } from '@alianza/contracts/membership/organizations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { originalOf } from '@alianza/platform/data/localized';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { oneAtATime } from '../data/one-at-a-time.queries.js';
import { Network } from '../networks/network.entity.js';
import { CategoriesService } from './categories/categories.service.js';
import { HistoryService, type Happened } from './history/history.service.js';
import { freeSlug, plain, slugOf } from './names.js';
import { Organization } from './organization.entity.js';
import { Publication, plainOf } from './publication.js';

type Registration = InputOf<typeof registerOrganization>;
export type Newcomer = Pick<Registration, 'name' | 'acronym' | 'sector' | 'country' | 'website'> & {
  readonly category: string;
  /** The agreement or document that grants the category, and its date. */
  readonly reference?: string | null;
  readonly referenceDate?: string | null;
};

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly publication: Publication,
    private readonly categories: CategoriesService,
    private readonly history: HistoryService,
  ) {}

  /** An organisation of the same address or the same name is the same organisation: it stays as it is. */
  async register(input: Registration, call: Call): Promise<AnswerOf<typeof registerOrganization>> {
    await this.expectCategory(input.category, call.network);
    await oneAtATime(this.em, 'organizations', call.network);
    const nameKey = plain(originalOf(input.name));
    const known = await this.em.findOne(Organization, { networkId: call.network, $or: [{ slug: input.slug }, { nameKey }] });
    if (known) return { id: known.id, registered: false };
    const keys = { id: newId(), networkId: call.network, nameKey, plain: plainOf(input) };
    const organization = this.em.create(Organization, { ...input, ...keys, status: 'active' });
    const { category } = input;
    if (category !== null) await this.categories.grant(organization, { category, since: null, reference: null, referenceDate: null });
    await this.settle(organization, { what: 'registered' }, call);
    return { id: organization.id, registered: true };
  }

  /** A member by that name; an actor of the map, or a member that had left, becomes it. Null where a member holds the name. */
  async admit(newcomer: Newcomer, call: Call): Promise<Organization | null> {
    await this.expectCategory(newcomer.category, call.network);
    await oneAtATime(this.em, 'organizations', call.network);
    const nameKey = plain(originalOf(newcomer.name));
    const known = await this.em.findOne(Organization, { networkId: call.network, nameKey });
    if (known?.takesPart()) return null;
    const organization = known ?? (await this.enter(newcomer, nameKey, call.network));
    const { category, reference = null, referenceDate = null } = newcomer;
    const since = await this.categories.today(organization);
    await this.categories.grant(organization, { category, since, reference, referenceDate });
    organization.admit(category, await this.clock.now(this.em));
    return this.settle(organization, { what: 'admitted', reference }, call);
  }

  private async expectCategory(category: string | null, networkId: string): Promise<void> {
    if (category !== null) (await this.em.findOneOrFail(Network, { id: networkId })).expectCategory(category);
  }

  /** What an application told the secretariat is not thereby consented to be public. */
  private async enter(newcomer: Newcomer, nameKey: string, networkId: string): Promise<Organization> {
    const { name, acronym, sector, country, website } = newcomer;
    const others = await this.em.find(Organization, { networkId }, { fields: ['slug'] });
    const slug = freeSlug(slugOf(originalOf(name)), new Set(others.map((other) => other.slug)));
    const keys = { id: newId(), networkId, nameKey, slug, plain: plainOf(newcomer) };
    const rest = { kind: 'member', status: 'active', role: null, listed: true } as const;
    return this.em.create(Organization, { name, acronym, sector, country, website, ...rest, sources: [], shows: [], ...keys });
  }

  private async settle(organization: Organization, happened: Happened, call: Call): Promise<Organization> {
    await this.em.persist(organization).flush();
    await this.publication.refresh(organization);
    await this.history.note(organization, happened, call);
    const { id, version, name, sector, status, country = null, category = null } = organization;
    const data = { name, sector, status, country, category };
    record(this.em, call, organizationRegistered, { aggregateId: id, aggregateVersion: version, data });
    return organization;
  }
}
