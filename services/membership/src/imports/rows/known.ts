import type { EntityClass, EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { ofKind } from '@alianza/platform/imports/import-rows';
import { Organization } from '../../organizations/organization.entity.js';

/** By what sheets of a kind know an organisation that came from one. */
export interface KeptIdentity {
  networkId: string;
  identity: string;
  organizationId: string;
}

export interface Asked {
  readonly networkId: string;
  readonly identities: readonly string[];
}

export type Known = ReadonlyMap<string, Organization>;

/** Organisations of a network by what rows know them by: an earlier sheet's key, their name in addresses, or their name. */
export async function findKnown(em: EntityManager, table: EntityClass<KeptIdentity>, { networkId, identities }: Asked): Promise<Known> {
  const asked: FilterQuery<KeptIdentity> = { networkId, identity: { $in: [...identities] } };
  const kept = await em.find(table, asked);
  const [ids, slugs, names] = [kept.map(({ organizationId }) => organizationId), ofKind(identities, 'slug'), ofKind(identities, 'name')];
  const found = await em.find(Organization, {
    networkId,
    $or: [{ id: { $in: ids } }, { slug: { $in: slugs } }, { nameKey: { $in: names } }],
  });
  const byId = new Map(found.map((organization) => [organization.id, organization]));
  const known = new Map<string, Organization>();
  for (const organization of found) {
    known.set(`slug:${organization.slug}`, organization);
    known.set(`name:${organization.nameKey}`, organization);
  }
  for (const { identity, organizationId } of kept) {
    const organization = byId.get(organizationId);
    if (organization) known.set(identity, organization);
  }
  return known;
}

/** A key or an address says more than a name: by its name a row is known only where nothing else names anybody. */
export function meant(identities: readonly string[], known: Known): Organization[] {
  const by = (kept: (identity: string) => boolean) =>
    [...new Set(identities.filter(kept).map((identity) => known.get(identity)))].filter((found) => found !== undefined);
  const told = by((identity) => !identity.startsWith('name:'));
  return told.length > 0 ? told : by((identity) => identity.startsWith('name:'));
}
