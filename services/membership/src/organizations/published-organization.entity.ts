import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Initiative, Logo, OrganizationLink } from '@alianza/contracts/membership/organizations';
import type { RegionCode } from '@alianza/contracts/membership/directory/regions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Sector } from '@alianza/contracts/vocabularies';
import { published } from '@alianza/platform/data/tenancy';
import type { Kind, Source } from './organization.entity.js';

export type DirectoryTexts = Record<PortalLanguage, { name: string; role: string | null }>;

const logoIndex = `create index published_organization_logo on published_organization (network_id, (logo ->> 'hash'))`;

const PublishedOrganizationSchema = defineEntity({
  name: 'PublishedOrganization',
  tableName: 'published_organization',
  ...published,
  indexes: [{ name: 'published_organization_logo', expression: logoIndex }],
  properties: {
    networkId: p.uuid().primary(),
    id: p.uuid().primary(),
    slug: p.text(),
    /** What is read, in each language of the portal. */
    texts: p.json<DirectoryTexts>(),
    /** All its names without case and accents, to be searched. */
    plain: p.text(),
    acronym: p.text().nullable(),
    kind: p.text().$type<Kind>(),
    sector: p.text().$type<Sector>(),
    country: p.text().nullable(),
    /** Also where it follows from a country that is not shown; null of those from before regions were kept. */
    region: p.text().$type<RegionCode>().nullable(),
    languages: p.json<string[]>().nullable(),
    work: p.json<Record<PortalLanguage, string>>().nullable(),
    links: p.json<OrganizationLink[]>().nullable(),
    logo: p.json<Logo & { key: string }>().nullable(),
    category: p.text().nullable(),
    categorySince: p.datetime().nullable(),
    website: p.text().nullable(),
    /** What it was called before. */
    formerNames: p.json<string[]>().nullable(),
    /** Of an actor of the map. */
    initiatives: p.json<Initiative[]>().nullable(),
    sources: p.json<Source[]>(),
  },
});

/** What the directory shows of an organisation; written by the transaction that changes it. */
export class PublishedOrganization extends PublishedOrganizationSchema.class {}
PublishedOrganizationSchema.setClass(PublishedOrganization);
