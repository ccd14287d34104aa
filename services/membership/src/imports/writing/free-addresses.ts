import type { EntityManager } from '@mikro-orm/postgresql';
import { freeSlug } from '../../organizations/names.js';
import { Organization } from '../../organizations/organization.entity.js';

/** One for each: the one that is wanted, else with the first number that is free. */
export async function freeAddresses(em: EntityManager, networkId: string, wanted: readonly string[]): Promise<string[]> {
  const held = await em.find(Organization, { networkId, slug: { $in: [...wanted] } }, { fields: ['slug'] });
  const taken = new Set(held.map(({ slug }) => slug));
  const addresses: string[] = [];
  for (const slug of wanted) {
    if (taken.has(slug)) {
      const alike = await em.find(Organization, { networkId, slug: { $like: `${slug}-%` } }, { fields: ['slug'] });
      for (const other of alike) taken.add(other.slug);
    }
    const free = freeSlug(slug, taken);
    taken.add(free);
    addresses.push(free);
  }
  return addresses;
}
