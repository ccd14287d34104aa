import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Initiative } from '@alianza/contracts/membership/organizations';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { resolve } from '@alianza/platform/data/localized';
import { Actor } from '../actors/actor.entity.js';
import { defaultLanguage, Network } from '../networks/network.entity.js';
import { allNames, plain, plainNames, type Called } from './names.js';
import { shownPlace, type Organization } from './organization.entity.js';
import { PublishedOrganization, type DirectoryTexts } from './published-organization.entity.js';

/** Keeps the directory equal to what each organisation consents to show. */
@Injectable()
export class Publication {
  constructor(private readonly em: EntityManager) {}

  refresh(organization: Organization): Promise<void> {
    return this.refreshAll([organization]);
  }

  /** Of one network. */
  async refreshAll(organizations: readonly Organization[]): Promise<void> {
    const [networkId] = organizations.map((organization) => organization.networkId);
    const hidden = organizations.filter((organization) => !organization.isPublic()).map(({ id }) => id);
    if (hidden.length > 0) await this.em.nativeDelete(PublishedOrganization, { networkId, id: { $in: hidden } });
    if (hidden.length === organizations.length) return;
    const fallback = defaultLanguage(await this.em.findOneOrFail(Network, { id: networkId }));
    const shown = organizations.filter((organization) => organization.isPublic());
    const initiatives = await this.initiativesOf(shown);
    const published = shown.map((organization) => ({
      ...publishedOf(organization, fallback),
      initiatives: initiatives.get(organization.id) ?? null,
    }));
    await this.em.upsertMany(PublishedOrganization, published);
  }

  /** Of actors of the map: a member tells of its work itself. */
  private async initiativesOf(organizations: readonly Organization[]): Promise<ReadonlyMap<string, Initiative[]>> {
    const outside = organizations.filter(({ kind }) => kind === 'actor');
    const [one] = outside;
    if (!one) return new Map();
    const actors = await this.em.find(Actor, { networkId: one.networkId, organizationId: { $in: outside.map(({ id }) => id) } });
    return new Map(actors.map(({ organizationId, initiatives }) => [organizationId, initiatives]));
  }
}

function publishedOf(organization: Organization, fallback: PortalLanguage) {
  const { networkId, id, slug, acronym = null, kind, sector, category = null, categorySince = null, sources } = organization;
  const facts = { slug, acronym, kind, sector, category, categorySince, sources, ...shownFacts(organization, fallback) };
  const texts = { texts: textsOf(organization, fallback), plain: plainOf(organization), formerNames: formerNamesOf(organization) };
  return { networkId, id, ...facts, ...texts };
}

/** Each fact only where it is consented to, by itself. */
function shownFacts(organization: Organization, fallback: PortalLanguage) {
  const shown = organization.shown();
  const { languages: spoken, work, website, links, logo } = organization;
  return {
    ...shownPlace(organization),
    languages: shown.includes('languages') ? (spoken ?? null) : null,
    work: shown.includes('work') && work ? inBoth(work, fallback) : null,
    website: shown.includes('website') ? (website ?? null) : null,
    links: shown.includes('links') ? (links ?? null) : null,
    logo: shown.includes('logo') ? (logo ?? null) : null,
  };
}

const inBoth = (text: Localized, fallback: PortalLanguage): Record<PortalLanguage, string> => ({
  es: resolve(text, { lang: 'es', fallback }).text,
  en: resolve(text, { lang: 'en', fallback }).text,
});

function textsOf({ name, role }: Organization, fallback: PortalLanguage): DirectoryTexts {
  const say = (lang: PortalLanguage) => ({
    name: resolve(name, { lang, fallback }).text,
    role: role ? resolve(role, { lang, fallback }).text : null,
  });
  return { es: say('es'), en: say('en') };
}

/** All names of an organisation as they are searched, those from before among them. */
export const plainOf = ({ name, acronym, formerNames }: Called & Partial<Pick<Organization, 'formerNames'>>): string =>
  plainNames([{ name, acronym }, ...(formerNames ?? [])]);

/** What it was called before and is not now; null where that is nothing. */
export function formerNamesOf({ name, acronym, formerNames }: Called & Pick<Organization, 'formerNames'>): string[] | null {
  const now = new Set(allNames({ name, acronym }).map(plain));
  const former = [...new Set((formerNames ?? []).flatMap(allNames))].filter((name) => !now.has(plain(name)));
  return former.length > 0 ? former : null;
}
