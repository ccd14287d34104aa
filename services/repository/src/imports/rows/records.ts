import type { EntityManager } from '@mikro-orm/postgresql';
import { ofKind } from '@alianza/platform/imports/import-rows';
import { Practice } from '../../practices/practice.entity.js';
import { ImportIdentity } from '../import.entities.js';

/** Records of a network by what rows know them by: an earlier sheet's identity, their own identifier, or their address. */
export async function findRecords(
  em: EntityManager,
  networkId: string,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Practice>> {
  const known = await em.find(ImportIdentity, { networkId, identity: { $in: [...identities] } });
  const ids = [...new Set([...ofKind(identities, 'id'), ...known.map(({ practiceId }) => practiceId)])];
  const byId = ids.length === 0 ? [] : await em.find(Practice, { networkId, id: { $in: ids } });
  const slugs = ofKind(identities, 'slug');
  const bySlug = slugs.length === 0 ? [] : await em.find(Practice, { networkId, slug: { $in: slugs } });
  const found = new Map<string, Practice>();
  const records = new Map(byId.map((practice) => [practice.id, practice]));
  for (const { identity, practiceId } of known) {
    const practice = records.get(practiceId);
    if (practice) found.set(identity, practice);
  }
  for (const practice of byId) found.set(`id:${practice.id}`, practice);
  for (const practice of bySlug) if (practice.slug) found.set(`slug:${practice.slug}`, practice);
  return found;
}
