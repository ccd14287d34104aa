import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { originalOf } from '@alianza/platform/data/localized';
import { newId } from '@alianza/platform/ids';
import type { Writing as SheetWriting } from '@alianza/platform/imports/sheet-kind';
import { ActorProgress } from '../../actors/actor-progress.service.js';
import { startOfDay } from '../../data/civil-days.queries.js';
import { CategoriesService } from '../../organizations/categories/categories.service.js';
import { nameKeyOf, slugOf } from '../../organizations/names.js';
import { Organization } from '../../organizations/organization.entity.js';
import { calledOtherwise, changesBetween } from '../../organizations/profiles/changes.js';
import { plainOf } from '../../organizations/publication.js';
import { Settling, type Settled } from '../../organizations/settling.service.js';
import { LeavingService } from '../../roles/leaving.service.js';
import type { Granted, MemberContent } from '../rows/member-content.js';
import { freeAddresses } from './free-addresses.js';

export type Writing = Pick<SheetWriting, 'networkId' | 'at' | 'origin'> & { readonly zone: string };

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

const saidOf = (organization: Organization, content: MemberContent) => ({
  ...content,
  links: organization.links ?? [],
  shows: [...organization.shown()],
});

/** Writes members as a sheet tells them, many at a time, with their periods, history and events. */
@Injectable()
export class MemberWriting {
  constructor(
    private readonly em: EntityManager,
    private readonly settling: Settling,
    private readonly categories: CategoriesService,
    private readonly actors: ActorProgress,
    private readonly leaving: LeavingService,
  ) {}

  /** What a sheet says of somebody new shows nothing in public of which it does not say so: `listed` alone, and no fact besides. */
  async create(newcomers: readonly Newcomer[], writing: Writing): Promise<Organization[]> {
    const wanted = newcomers.map(({ content, slug }) => slug ?? slugOf(originalOf(content.name)));
    const addresses = await freeAddresses(this.em, writing.networkId, wanted);
    const begins = await this.beginnings(newcomers, writing);
    const fixed = { kind: 'member', status: 'active', role: null, shows: [] } as const;
    const made = newcomers.map(({ content, granted }, place): Settled => {
      const keys = { id: newId(), networkId: writing.networkId, nameKey: nameKeyOf(content), plain: plainOf(content) };
      const held = { category: granted.category, categorySince: begins.get(granted.since) ?? null };
      const about = { ...content, ...fixed, ...keys, ...held, shows: [], sources: [], slug: addresses[place] ?? keys.id };
      const organization = this.em.create(Organization, about);
      this.categories.begin(organization, granted, writing.at);
      return [organization, { what: 'registered', reference: granted.reference }];
    });
    await this.settling.settleAll(made, writing);
    return made.map(([organization]) => organization);
  }

  /** Whoever is on the map without being a member comes in by being on the sheet; a member says otherwise what it says. */
  async change(changes: readonly Changing[], writing: Writing): Promise<void> {
    const begins = await this.beginnings(changes, writing);
    const made: Settled[] = [];
    for (const { organization, content, granted } of changes) {
      const { name, acronym } = content;
      const edited = [...changesBetween(organization, saidOf(organization, content)), ...calledOtherwise(organization, content)];
      organization.rename({ name, acronym, nameKey: nameKeyOf(content), plain: plainOf(content) });
      if (granted) {
        if (organization.hasLeft()) await this.leaving.leave(organization, organization.decidedReason ?? '', writing.origin);
        await this.categories.grant(organization, granted);
        organization.admit(granted.category, begins.get(granted.since) ?? writing.at);
      }
      organization.describe(saidOf(organization, content));
      made.push([organization, granted ? { what: 'admitted', reference: granted.reference } : { what: 'edited', changes: edited }]);
    }
    await this.settling.settleAll(made, writing);
    const admitted = changes.filter(({ granted }) => granted).map(({ organization }) => organization);
    await this.actors.cameIn(admitted, { networkId: writing.networkId, origin: writing.origin });
  }

  /** When each of the days that are named begins in the network's zone. */
  private async beginnings(granting: readonly Pick<Changing, 'granted'>[], { zone }: Writing): Promise<ReadonlyMap<string | null, Date>> {
    const days = new Set(granting.map(({ granted }) => granted?.since ?? null));
    const begins = new Map<string | null, Date>();
    for (const day of days) if (day !== null) begins.set(day, await startOfDay(this.em, day, zone));
    return begins;
  }
}
