import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Sector } from '@alianza/contracts/vocabularies';
import { published } from '@alianza/platform/data/tenancy';
import type { Kind, Source } from './organization.entity.js';

export type DirectoryTexts = Record<PortalLanguage, { name: string; role: string | null }>;

const PublishedOrganizationSchema = defineEntity({
  name: 'PublishedOrganization',
  tableName: 'published_organization',
  ...published,
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
    category: p.text().nullable(),
    categorySince: p.datetime().nullable(),
    website: p.text().nullable(),
    sources: p.json<Source[]>(),
  },
});

/** What the directory shows of an organisation; written by the transaction that changes it. */
export class PublishedOrganization extends PublishedOrganizationSchema.class {}
PublishedOrganizationSchema.setClass(PublishedOrganization);
