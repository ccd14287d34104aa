import type { EntityManager } from '@mikro-orm/postgresql';
import { domainOfSite } from '../../../applications/desk/web-domains.js';
import { Actor } from '../../../actors/actor.entity.js';
import { Organization } from '../../../organizations/organization.entity.js';
import { findKnown, type Asked, type Known } from '../../rows/known.js';
import { ActorImportIdentity } from '../actor-import.entities.js';
import { readWebsites } from '../actor-imports.queries.js';

/** Who has each of these web domains. */
async function holdersOf(
  em: EntityManager,
  networkId: string,
  sites: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const holders = new Map<string, string[]>();
  if (sites.size === 0) return holders;
  for (const { id, website } of await readWebsites(em, networkId)) {
    const site = domainOfSite(website);
    if (site !== null && sites.has(site)) holders.set(site, [...(holders.get(site) ?? []), id]);
  }
  return holders;
}

/** Of these, the domains that somebody has by now. */
export const sitesInUse = async (em: EntityManager, networkId: string, sites: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await holdersOf(em, networkId, new Set(sites))).keys());

export interface KnownActors {
  readonly organizations: Known;
  readonly bySite: ReadonlyMap<string, Organization>;
  /** Domains of several: they tell none of them. */
  readonly sharedSites: ReadonlySet<string>;
  /** By their organisation. */
  readonly actors: ReadonlyMap<string, Actor>;
  /** Organisations that a sheet knows by a key already: another key is somebody else. */
  readonly keyed: ReadonlySet<string>;
}

/** Whom rows may mean: actors of the map, and whoever is no longer one. */
export async function findActors(em: EntityManager, asked: Asked & { readonly sites: readonly string[] }): Promise<KnownActors> {
  const { networkId, sites } = asked;
  const organizations = await findKnown(em, ActorImportIdentity, asked);
  const holders = await holdersOf(em, networkId, new Set(sites));
  const ofSites = await em.find(Organization, { networkId, id: { $in: [...holders.values()].flat() } });
  const ids = [...new Set([...organizations.values(), ...ofSites].map(({ id }) => id))];
  const actors = await em.find(Actor, { networkId, organizationId: { $in: ids } });
  const keys = await em.find(ActorImportIdentity, { networkId, organizationId: { $in: ids } });
  const single = (site: string | null) => site !== null && holders.get(site)?.length === 1;
  return {
    organizations,
    bySite: new Map(ofSites.map((one) => [domainOfSite(one.website) ?? '', one] as const).filter(([site]) => single(site))),
    sharedSites: new Set([...holders.keys()].filter((site) => !single(site))),
    actors: new Map(actors.map((actor) => [actor.organizationId, actor])),
    keyed: new Set(keys.filter(({ identity }) => identity.startsWith('ref:')).map(({ organizationId }) => organizationId)),
  };
}
