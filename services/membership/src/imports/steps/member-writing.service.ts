import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import { organizationEdited } from '@alianza/contracts/membership/directory/profiles';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Origin } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { startOfDay } from '../../data/civil-days.queries.js';
import { CategoriesService } from '../../organizations/categories/categories.service.js';
import { HistoryService, type Happened } from '../../organizations/history/history.service.js';
import type { Change } from '../../organizations/history/organization-fact.entity.js';
import { freeSlug, plain, slugOf } from '../../organizations/names.js';
import { Organization } from '../../organizations/organization.entity.js';
import { changesBetween } from '../../organizations/profiles/changes.js';
import { plainOf, Publication } from '../../organizations/publication.js';
import type { Granted, MemberContent } from '../rows/member-content.js';
import { originalName } from '../rows/plan-rows.js';

/** Who writes, when, and what the fact of it goes out with. */
export interface Writing {
  readonly networkId: string;
  readonly zone: string;
  readonly at: Date;
  readonly origin: Origin & { readonly fallback: PortalLanguage };
}

export interface Newcomer {
  readonly content: MemberContent;
  readonly granted: Granted;
  /** The name in addresses that the sheet gives it. */
  readonly slug: string | null;
}

export interface Changing {
  readonly organization: Organization;
  readonly content: MemberContent;
  /** Of whoever is no member yet. */
  readonly granted: Granted | null;
}

function calledOtherwise({ name, acronym = null }: Organization, content: MemberContent): Change[] {
  const said: readonly Change[] = [
    { field: 'name', before: originalName(name), after: originalName(content.name) },
    { field: 'acronym', before: acronym, after: content.acronym },
  ];
  return said.filter(({ before, after }) => before !== after);
}

type Settled = readonly [organization: Organization, happened: Happened];

/** Writes members as a sheet tells them, many at a time, with their periods, history and events. */
@Injectable()
export class MemberWriting {
  constructor(
    private readonly em: EntityManager,
    private readonly publication: Publication,
    private readonly categories: CategoriesService,
    private readonly history: HistoryService,
  ) {}

  /** What a sheet says of somebody new shows nothing in public of which it does not say so: `listed` alone, and no fact besides. */
  async create(newcomers: readonly Newcomer[], writing: Writing): Promise<Organization[]> {
    const addresses = await this.addressesFor(newcomers, writing.networkId);
    const begins = await this.beginnings(newcomers, writing);
    const fixed = { kind: 'member', status: 'active', role: null, shows: [] } as const;
    const made = newcomers.map(({ content, granted }, place): Settled => {
      const keys = { id: newId(), networkId: writing.networkId, nameKey: plain(originalName(content.name)), plain: plainOf(content) };
      const held = { category: granted.category, categorySince: begins.get(granted.since) ?? null };
      const about = { ...content, ...fixed, ...keys, ...held, shows: [], sources: [], slug: addresses[place] ?? keys.id };
      const organization = this.em.create(Organization, about);
      this.categories.begin(organization, granted, writing.at);
      return [organization, { what: 'registered', reference: granted.reference }];
    });
    await this.settle(made, writing);
    return made.map(([organization]) => organization);
  }

  /** Whoever is on the map without being a member comes in by being on the sheet; a member says otherwise what it says. */
  async change(changes: readonly Changing[], writing: Writing): Promise<void> {
    const begins = await this.beginnings(changes, writing);
    const made: Settled[] = [];
    for (const { organization, content, granted } of changes) {
      const said = { ...content, links: organization.links ?? [], shows: [...organization.shown()] };
      const edited = [...changesBetween(organization, said), ...calledOtherwise(organization, content)];
      if (granted) {
        await this.categories.grant(organization, granted);
        organization.admit(granted.category, begins.get(granted.since) ?? writing.at);
      }
      organization.describe(said);
      organization.rename({
        name: content.name,
        acronym: content.acronym,
        nameKey: plain(originalName(content.name)),
        plain: plainOf(content),
      });
      made.push([organization, granted ? { what: 'admitted', reference: granted.reference } : { what: 'edited', changes: edited }]);
    }
    await this.settle(made, writing);
  }

  private async settle(made: readonly Settled[], { origin, at }: Writing): Promise<void> {
    if (made.length === 0) return;
    await this.em.flush();
    await this.publication.refreshAll(made.map(([organization]) => organization));
    for (const [organization, happened] of made) {
      this.history.noteAt(organization, happened, { actor: origin.actor, at });
      const { id, version, name, sector, status, country = null, category = null } = organization;
      const fact = { aggregateId: id, aggregateVersion: version, data: { name, sector, status, country, category } };
      record(this.em, origin, happened.what === 'edited' ? organizationEdited : organizationRegistered, fact);
    }
    await this.em.flush();
  }

  /** When each of the days that are named begins in the network's zone. */
  private async beginnings(granting: readonly Pick<Changing, 'granted'>[], { zone }: Writing): Promise<ReadonlyMap<string | null, Date>> {
    const days = new Set(granting.map(({ granted }) => granted?.since ?? null));
    const begins = new Map<string | null, Date>();
    for (const day of days) if (day !== null) begins.set(day, await startOfDay(this.em, day, zone));
    return begins;
  }

  /** One for each: the one it is given or is called by, else with the first number that is free. */
  private async addressesFor(newcomers: readonly Newcomer[], networkId: string): Promise<string[]> {
    const wanted = newcomers.map(({ content, slug }) => slug ?? slugOf(originalName(content.name)));
    const held = await this.em.find(Organization, { networkId, slug: { $in: wanted } }, { fields: ['slug'] });
    const taken = new Set(held.map(({ slug }) => slug));
    const addresses: string[] = [];
    for (const slug of wanted) {
      if (taken.has(slug)) {
        const alike = await this.em.find(Organization, { networkId, slug: { $like: `${slug}-%` } }, { fields: ['slug'] });
        for (const other of alike) taken.add(other.slug);
      }
      const free = freeSlug(slug, taken);
      taken.add(free);
      addresses.push(free);
    }
    return addresses;
  }
}
