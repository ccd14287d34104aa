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
import { OrganizationStatusFixedError } from './standing/standing.errors.js';

export type Kind = z.infer<typeof OrganizationKind>;
export type Source = InputOf<typeof registerOrganization>['sources'][number];

/** What an organisation says of itself and may show. */
export type Description = Pick<Profile, 'sector' | 'country' | 'region' | 'languages' | 'work' | 'website' | 'links' | 'shows' | 'listed'>;
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

/** From which status to which; who has left comes back by applying. */
const next: Record<OrganizationStatus, readonly OrganizationStatus[]> = {
  active: ['suspended', 'withdrawn'],
  suspended: ['active', 'withdrawn'],
  withdrawn: [],
};

export class Organization extends OrganizationSchema.class {
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

  /** Called otherwise from now on; its address stays. */
  rename({ name, acronym, nameKey, plain }: { name: Localized; acronym: string | null; nameKey: string; plain: string }): void {
    Object.assign(this, { name, acronym, nameKey, plain });
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

  /** An actor of the map, or a member that had left, comes in. */
  admit(category: string, now: Date): void {
    this.kind = 'member';
    this.status = 'active';
    this.category = category;
    this.categorySince = now;
    this.listed = true;
    this.decidedAt = null;
    this.decidedReason = null;
  }

  private move(to: OrganizationStatus, reason: string, now: Date): void {
    if (this.kind !== 'member' || !next[this.status].includes(to)) throw new OrganizationStatusFixedError(this.status);
    this.status = to;
    this.decidedAt = now;
    this.decidedReason = reason;
  }
}
OrganizationSchema.setClass(Organization);
