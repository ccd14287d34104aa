import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { applicationConsents, type ApplicationConsent } from '@alianza/contracts/membership/application-form';
import type { registerOrganization } from '@alianza/contracts/membership/organizations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Localized } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { originalOf } from '@alianza/platform/data/localized';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { newId } from '@alianza/platform/ids';
import { Actor, identified } from '../actors/actor.entity.js';
import { Network } from '../networks/network.entity.js';
import { LeavingService } from '../roles/leaving.service.js';
import { CategoriesService } from './categories/categories.service.js';
import { HistoryService } from './history/history.service.js';
import { freeSlug, nameKeyOf, slugOf } from './names.js';
import { Organization } from './organization.entity.js';
import { formerlyCalled } from './profiles/former-names.queries.js';
import { retell } from './profiles/retelling.js';
import { plainOf } from './publication.js';
import { Settling } from './settling.service.js';
import { OrganizationNotFoundError, OrganizationTakesPartError } from './standing/standing.errors.js';

type Registration = InputOf<typeof registerOrganization>;
export type Newcomer = Pick<Registration, 'name' | 'acronym' | 'sector' | 'country' | 'website'> & {
  readonly category: string;
  /** The agreement or document that grants the category, and its date. */
  readonly reference?: string | null;
  readonly referenceDate?: string | null;
  readonly work?: Localized | null;
  /** What the application consents to show in public of what it says; null where that was not asked. */
  readonly shows?: readonly ApplicationConsent[] | null;
  /** The organisation that was invited to apply, whatever it calls itself. */
  readonly invited?: string | null;
  /** The organisation that it is, as whoever decides says: one of the map, or one that had left; null where it is none of those. */
  readonly is?: string | null | undefined;
};

/** It consents to what it says: of a fact that it marks and leaves open, what is known already is shown as it was. */
function consent(organization: Organization, { website }: Newcomer, shows: readonly ApplicationConsent[]): void {
  const open = (field: ApplicationConsent) => field === 'website' && website === null && shows.includes(field);
  const isSaid = (field: ApplicationConsent) => !open(field);
  organization.consent(applicationConsents.filter(isSaid), shows.filter(isSaid));
}

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly settling: Settling,
    private readonly categories: CategoriesService,
    private readonly history: HistoryService,
    private readonly leaving: LeavingService,
  ) {}

  /** An organisation of the same address or the same name is the same organisation: it stays as it is. */
  async register(input: Registration, call: Call): Promise<AnswerOf<typeof registerOrganization>> {
    await this.expectCategory(input.category, call.network);
    await oneAtATime(this.em, 'organizations', call.network);
    const nameKey = nameKeyOf(input);
    const known = await this.em.findOne(Organization, { networkId: call.network, $or: [{ slug: input.slug }, { nameKey }] });
    if (known) return { id: known.id, registered: false };
    const keys = { id: newId(), networkId: call.network, nameKey, plain: plainOf(input) };
    const organization = this.em.create(Organization, { ...input, ...keys, status: 'active' });
    const { category } = input;
    if (category !== null) await this.categories.grant(organization, { category, since: null, reference: null, referenceDate: null });
    if (input.kind === 'actor') await this.chart(organization, call);
    await this.settling.settle(organization, { what: 'registered' }, call);
    return { id: organization.id, registered: true };
  }

  /** A member by that name; an actor of the map, or a member that had left, becomes it. Null where somebody else holds the name. */
  async admit(newcomer: Newcomer, call: Call): Promise<Organization | null> {
    await this.expectCategory(newcomer.category, call.network);
    await oneAtATime(this.em, 'organizations', call.network);
    const chosen = newcomer.is ? await this.chosen(newcomer.is, call.network) : null;
    const nameKey = nameKeyOf(newcomer);
    const named = await this.em.findOne(Organization, { networkId: call.network, nameKey });
    if (named?.takesPart() || (newcomer.is !== undefined && named && named !== chosen)) return null;
    const known = chosen ?? named ?? (await this.invitedAs(newcomer, call.network)) ?? (await this.calledBefore(newcomer, call.network));
    if (known) await this.comeIn(known, newcomer, call);
    const organization = known ?? (await this.enter(newcomer, nameKey, call.network));
    const { category, reference = null, referenceDate = null } = newcomer;
    const since = await this.categories.today(organization);
    await this.categories.grant(organization, { category, since, reference, referenceDate });
    organization.admit(category, await this.clock.now(this.em));
    if (newcomer.shows) consent(organization, newcomer, newcomer.shows);
    await this.settling.settle(organization, { what: 'admitted', reference }, call);
    return organization;
  }

  /** One that came in from the map under another name is that one. */
  private async chosen(id: string, networkId: string): Promise<Organization> {
    const entry = await this.em.findOne(Actor, { networkId, organizationId: id, state: 'member' });
    const organization = await this.em.findOne(Organization, { networkId, id: entry?.memberId ?? id });
    if (!organization) throw new OrganizationNotFoundError();
    if (organization.takesPart()) throw new OrganizationTakesPartError();
    return organization;
  }

  private async invitedAs({ invited, is }: Newcomer, networkId: string): Promise<Organization | null> {
    return invited && is !== null ? this.em.findOne(Organization, { networkId, id: invited, kind: 'actor' }) : null;
  }

  /** Somebody who takes no part by now and was called so, where nobody said who it is. */
  private async calledBefore({ name, is }: Newcomer, networkId: string): Promise<Organization | null> {
    const nameKey = nameKeyOf({ name });
    const id = is === undefined ? (await formerlyCalled(this.em, networkId, [nameKey])).get(nameKey) : undefined;
    const known = id === undefined ? null : await this.em.findOne(Organization, { networkId, id });
    return known?.takesPart() ? null : known;
  }

  /** By what it calls itself now; the name of before stays known where it was ever public. */
  private async comeIn(known: Organization, newcomer: Newcomer, call: Call): Promise<void> {
    const wasKnown = known.kind === 'member' || known.listed;
    const changes = retell(known, newcomer);
    if (wasKnown && changes.length > 0) await this.history.note(known, { what: 'edited', changes }, call);
    if (known.hasLeft()) await this.leaving.leave(known, known.decidedReason ?? '', call);
  }

  /** It stands on the map of actors with what it was registered with. */
  private async chart({ id: organizationId, networkId, role = null, sources }: Organization, { actor }: Call): Promise<void> {
    const told = sources.map((source) => ({ ...source, tells: role === null ? [] : ['role' as const] }));
    const begun = identified(actor.personId, await this.clock.now(this.em));
    const keys = { id: newId(), networkId, organizationId };
    this.em.persist(this.em.create(Actor, { ...keys, ...begun, initiatives: [], sources: told, contact: null }));
  }

  private async expectCategory(category: string | null, networkId: string): Promise<void> {
    if (category !== null) (await this.em.findOneOrFail(Network, { id: networkId })).expectCategory(category);
  }

  /** What an application told the secretariat is not thereby consented to be public: that it says apart. */
  private async enter(newcomer: Newcomer, nameKey: string, networkId: string): Promise<Organization> {
    const { name, acronym, sector, country, website, work = null } = newcomer;
    const others = await this.em.find(Organization, { networkId }, { fields: ['slug'] });
    const slug = freeSlug(slugOf(originalOf(name)), new Set(others.map((other) => other.slug)));
    const keys = { id: newId(), networkId, nameKey, slug, plain: plainOf(newcomer) };
    const rest = { kind: 'member', status: 'active', role: null, listed: true } as const;
    return this.em.create(Organization, { name, acronym, sector, country, website, work, ...rest, sources: [], shows: [], ...keys });
  }
}
