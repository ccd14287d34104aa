import type { ListedOrganization } from '@alianza/contracts/membership/organizations';
import type { Network } from '@alianza/contracts/membership/networks';
import { countryName } from '../../shared/format/names.js';
import { useText } from '../../shared/texts/use-text.js';

type Standing = Pick<ListedOrganization, 'kind' | 'category'>;

/** "Integrante", or that it stands on the map without taking part. */
export function useRelation({ kind, category }: Standing, categories: Network['categories']): string {
  const text = useText();
  if (kind === 'actor') return text('organizations.actor');
  if (category === null) return text('organizations.participant');
  return categories.find(({ code }) => code === category)?.label ?? category;
}

/** Nothing where no place is told: it may be withheld, unknown or none, and which of them is not for the page to say. */
export function useWhere({ country, region }: Pick<ListedOrganization, 'country' | 'region'>): string | null {
  const text = useText();
  if (country !== null) return countryName(text.lang, country);
  return region && text(`taxonomy.region.${region}`);
}
