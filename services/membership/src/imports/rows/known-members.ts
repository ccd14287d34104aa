import type { EntityManager } from '@mikro-orm/postgresql';
import { Organization } from '../../organizations/organization.entity.js';
import { MemberImportIdentity } from '../member-import-row.entities.js';

/** What comes after the colon, of identities of one kind. */
export const ofKind = (identities: Iterable<string>, kind: 'ref' | 'slug' | 'name'): string[] =>
  [...identities].filter((identity) => identity.startsWith(`${kind}:`)).map((identity) => identity.slice(kind.length + 1));

/** Organisations of a network by what rows know them by: an earlier sheet's key, their name in addresses, or their name. */
export async function findKnown(
  em: EntityManager,
  networkId: string,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Organization>> {
  const kept = await em.find(MemberImportIdentity, { networkId, identity: { $in: [...identities] } });
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
