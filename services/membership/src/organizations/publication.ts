import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { languages, type PortalLanguage } from '@alianza/contracts/shapes';
import { resolve } from '@alianza/platform/data/localized';
import { defaultLanguage, Network } from '../networks/network.entity.js';
import { plain } from './names.js';
import type { Organization } from './organization.entity.js';
import { PublishedOrganization, type DirectoryTexts } from './published-organization.entity.js';

/** Keeps the directory equal to what each organisation consents to show. */
@Injectable()
export class Publication {
  constructor(private readonly em: EntityManager) {}

  async refresh(organization: Organization): Promise<void> {
    const { networkId, id } = organization;
    if (!organization.isPublic()) {
      await this.em.nativeDelete(PublishedOrganization, { networkId, id });
      return;
    }
    const network = await this.em.findOneOrFail(Network, { id: networkId });
    const { slug, acronym, kind, sector, country, category, categorySince, website, sources } = organization;
    const shown = { slug, acronym, kind, sector, country, category, categorySince, website, sources };
    const texts = textsOf(organization, defaultLanguage(network));
    await this.em.upsert(PublishedOrganization, { networkId, id, ...shown, texts, plain: plainOf(organization) });
  }
}

function textsOf({ name, role }: Organization, fallback: PortalLanguage): DirectoryTexts {
  const say = (lang: PortalLanguage) => ({
    name: resolve(name, { lang, fallback }).text,
    role: role ? resolve(role, { lang, fallback }).text : null,
  });
  return { es: say('es'), en: say('en') };
}

function plainOf({ name, acronym }: Organization): string {
  const names = languages.flatMap((lang) => name[lang] ?? []);
  return [...names, acronym ?? ''].map(plain).join(' ').trim();
}
