import { defineEntity, p } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import type {
  Logo,
  OrganizationKind,
  OrganizationLink,
  OrganizationStatus,
  registerOrganization,
} from '@alianza/contracts/membership/organizations';
import type { ConsentField, Profile } from '@alianza/contracts/membership/directory/profiles';
import type { InputOf } from '@alianza/contracts/operation';
import type { Localized } from '@alianza/contracts/shapes';
import { regionOf, regionOfCountry, type RegionCode } from '@alianza/contracts/membership/directory/regions';
import type { Sector } from '@alianza/contracts/vocabularies';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { allNames, plain, plainNames, type Called } from './names.js';
import { OrganizationStatusFixedError } from './standing/standing.errors.js';

export type Kind = z.infer<typeof OrganizationKind>;
export type Source = InputOf<typeof registerOrganization>['sources'][number];

/** What an organisation says of itself and may show. */
export type Description = Pick<Profile, 'sector' | 'country' | 'region' | 'languages' | 'work' | 'website' | 'links' | 'shows' | 'listed'>;
/** What it was called until it was called otherwise. */
export interface FormerName {
  readonly name: Localized;
  readonly acronym: string | null;
}
export type KeptLogo = Logo & { readonly key: string };

/** What is entered from public sources is public until the organisation says otherwise. */
const fromSources: readonly ConsentField[] = ['country', 'region', 'website'];

const OrganizationSchema = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  ...tenant,
  uniques: [
    { name: 'organization_slug', properties: ['networkId', 'slug'] },
    { name: 'organization_name', properties: ['networkId', 'nameKey'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    slug: p.text(),
    name: p.json<Localized>(),
    /** All its names without case and accents, to be searched; null of those from before they were kept. */
    plain: p.text().nullable(),
    /** The original name without case and accents: one organisation of a name in a network. */
    nameKey: p.text(),
    acronym: p.text().nullable(),
    /** The newest first; null of those that were never called otherwise. */
    formerNames: p.json<FormerName[]>().nullable(),
    kind: p.text().$type<Kind>(),
    sector: p.text().$type<Sector>(),
    country: p.text().nullable(),
    /** Null where it follows from the country. */
    region: p.text().$type<RegionCode>().nullable(),
    languages: p.json<string[]>().nullable(),
    /** Its work in care, in its own words. */
    work: p.json<Localized>().nullable(),
    links: p.json<OrganizationLink[]>().nullable(),
    logo: p.json<KeptLogo>().nullable(),
    /** Which of its facts the public reads; null while it never said. */
    shows: p.json<ConsentField[]>().nullable(),
    category: p.text().nullable(),
    /** Since when it holds its category; null where nobody wrote that down. */
    categorySince: p.datetime().nullable(),
    status: p.text().$type<OrganizationStatus>(),
    /** When and why the status was decided; null while it never was. */
    decidedAt: p.datetime().nullable(),
    decidedReason: p.text().nullable(),
    role: p.json<Localized>().nullable(),
    website: p.text().nullable(),
    sources: p.json<Source[]>(),
    /** Whether it consents to stand in the public directory. */
    listed: p.boolean(),
    version: p.integer().version(),
  },
});

interface Renaming {
  readonly name: Localized;
  readonly acronym: string | null;
  readonly nameKey: string;
  readonly plain: string;
  /** It was really called so before, and did not only stand there misspelt. */
  readonly wasCalled?: boolean;
}

export interface Told {
  readonly sector: Sector;
  readonly country: string | null;
  readonly website: string | null;
  readonly work?: Localized | null;
}

interface Placed {
  readonly country?: string | null | undefined;
  readonly region?: RegionCode | null | undefined;
  readonly shows?: readonly ConsentField[] | null | undefined;
}

/** Where it is, as far as it shows that. A country that is shown tells its region. */
export function shownPlace({ country, region, shows }: Placed): { country: string | null; region: RegionCode | null } {
  const shown = shows ?? fromSources;
  const told = shown.includes('country') ? (country ?? null) : null;
  const effective = regionOf({ region: region ?? null, country: country ?? null });
  return { country: told, region: shown.includes('region') ? effective : told === null ? null : regionOfCountry(told) };
}

/** Whether it is the same text again, whatever other languages it is known in. */
const isSaidBy = (known: Localized | null | undefined, told: Localized): boolean => known?.[told.original] === told[told.original];

const mostFormerNames = 20;
/** Once for each, whatever its case and accents: whoever is called again as before has no former name of it. */
const isOtherThan = (now: Called) => (called: Called, index: number, all: readonly Called[]) => {
  const known = new Set([now, ...all.slice(0, index)].flatMap(allNames).map(plain));
  return allNames(called).some((name) => !known.has(plain(name)));
};

/** From which status to which; who has left comes back by applying. */
const next: Record<OrganizationStatus, readonly OrganizationStatus[]> = {
  active: ['suspended', 'withdrawn'],
  suspended: ['active', 'withdrawn'],
  withdrawn: [],
};

export class Organization extends OrganizationSchema.class {
  hasLeft(): boolean {
    return this.kind === 'member' && this.status === 'withdrawn';
  }

  /** Its name is in use by somebody who takes part in the network. */
  takesPart(): boolean {
    return this.kind === 'member' && this.status !== 'withdrawn';
  }

  /** Which of its facts the public reads. */
  shown(): readonly ConsentField[] {
    return this.shows ?? fromSources;
  }

  describe(said: Description): void {
    this.sector = said.sector;
    this.country = said.country;
    this.region = said.region;
    this.languages = said.languages;
    this.work = said.work;
    this.website = said.website;
    this.links = said.links;
    this.shows = [...new Set(said.shows)];
    this.listed = said.listed;
  }

  /** Called otherwise from now on; its address stays, and what it was called is a former name where `wasCalled` says so. */
  rename({ name, acronym, nameKey, plain, wasCalled = false }: Renaming): void {
    const before = { name: this.name, acronym: this.acronym ?? null };
    Object.assign(this, { name, acronym, nameKey });
    const all = [...(wasCalled ? [before] : []), ...(this.formerNames ?? [])];
    const former = all.filter(isOtherThan(this)).slice(0, mostFormerNames);
    if (all.length > 0) this.formerNames = former;
    this.plain = `${plain} ${plainNames(former)}`.trim();
  }

  /** What the public may read of the facts that were asked about; of the others no more and no less than before. */
  consent(asked: readonly ConsentField[], shows: readonly ConsentField[]): void {
    this.shows = [...this.shown().filter((field) => !asked.includes(field)), ...shows];
  }

  /** What it does on the map of actors, and where that is told. */
  chart(role: Localized | null, sources: Source[]): void {
    this.role = role;
    this.sources = sources;
  }

  /** Whether it stands in the public directory. */
  show(listed: boolean): void {
    this.listed = listed;
  }

  bear(logo: KeptLogo | null): void {
    this.logo = logo;
  }

  /** Another category from that moment on. */
  categorize(category: string, since: Date): void {
    if (!this.takesPart()) throw new OrganizationStatusFixedError(this.status);
    this.category = category;
    this.categorySince = since;
  }

  /** Off the directory once it has left. */
  isPublic(): boolean {
    return this.listed && this.status !== 'withdrawn';
  }

  suspend(reason: string, now: Date): void {
    this.move('suspended', reason, now);
  }

  reinstate(reason: string, now: Date): void {
    this.move('active', reason, now);
  }

  withdraw(reason: string, now: Date): void {
    this.move('withdrawn', reason, now);
  }

  /** It says itself what it is and where; the public reads of it no more facts than before, and nothing that was written for the secretariat. */
  tell({ sector, country, website, work: told }: Told): void {
    const work = told && !isSaidBy(this.work, told) ? told : this.work;
    this.shows = this.shown().filter((field) => (this[field] ?? null) !== null && (field !== 'work' || work === this.work));
    if (country !== this.country) this.region = null;
    Object.assign(this, { sector, country, website: website ?? this.website, work });
  }

  /** An actor of the map, or a member that had left, comes in. What a member had refused to show in public it still does. */
  admit(category: string, now: Date): void {
    if (this.kind === 'actor' && !this.listed) this.keepQuiet();
    if (this.kind === 'actor') this.listed = true;
    this.kind = 'member';
    this.status = 'active';
    this.category = category;
    this.categorySince = now;
    this.decidedAt = null;
    this.decidedReason = null;
  }

  /** What was noted of it without ever being public does not become so, the name it was noted by among it. */
  private keepQuiet(): void {
    Object.assign(this, { shows: [], role: null, sources: [], formerNames: null, plain: plainNames([this]) });
  }

  private move(to: OrganizationStatus, reason: string, now: Date): void {
    if (this.kind !== 'member' || !next[this.status].includes(to)) throw new OrganizationStatusFixedError(this.status);
    this.status = to;
    this.decidedAt = now;
    this.decidedReason = reason;
  }
}
OrganizationSchema.setClass(Organization);
