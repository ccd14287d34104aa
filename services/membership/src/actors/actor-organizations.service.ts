import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { addActor } from '@alianza/contracts/membership/directory/actors';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { originalOf } from '@alianza/platform/data/localized';
import { newId } from '@alianza/platform/ids';
import type { Change } from '../organizations/history/organization-fact.entity.js';
import { freeSlug, nameKeyOf, slugOf } from '../organizations/names.js';
import { Organization } from '../organizations/organization.entity.js';
import { calledOtherwise, changesBetween } from '../organizations/profiles/changes.js';
import { plainOf } from '../organizations/publication.js';

type Said = InputOf<typeof addActor>;

/** What an actor is called and where it is: an organisation like every other, which takes no part. */
@Injectable()
export class ActorOrganizations {
  constructor(private readonly em: EntityManager) {}

  async enter(said: Said, { network: networkId }: Call): Promise<Organization> {
    const slug = slugOf(originalOf(said.name));
    const others = await this.em.find(Organization, { networkId, slug: { $like: `${slug}%` } }, { fields: ['slug'] });
    return this.enterAt(said, { networkId, slug: freeSlug(slug, new Set(others.map((other) => other.slug))) });
  }

  /** The same where its address is known to be free. */
  enterAt(said: Said, at: { readonly networkId: string; readonly slug: string }): Organization {
    const { name, acronym, sector, country, region, website, role, shown: listed } = said;
    const keys = { id: newId(), ...at, nameKey: nameKeyOf({ name }), plain: plainOf(said) };
    const about = { name, acronym, sector, country, region, website, role, listed, sources: sourcesOf(said) };
    const organization = this.em.create(Organization, { ...about, ...keys, kind: 'actor', status: 'active', category: null });
    this.em.persist(organization);
    return organization;
  }

  /** What it is from now on. */
  describe(organization: Organization, said: Said, wasCalled = false): Change[] {
    const { name, acronym, sector, country, region, website, role, shown: listed } = said;
    const { languages, work = null, links } = organization;
    const kept = { languages: languages ?? [], work, links: links ?? [], shows: [...organization.shown()] };
    const description = { ...kept, sector, country, region, website, listed };
    const changes = [...changesBetween(organization, description), ...calledOtherwise(organization, { name, acronym })];
    organization.describe(description);
    organization.rename({ name, acronym, nameKey: nameKeyOf({ name }), plain: plainOf({ name, acronym }), wasCalled });
    organization.chart(role, sourcesOf(said));
    return changes;
  }
}

const sourcesOf = ({ sources }: Said) => sources.map(({ title, url }) => ({ title, url }));
