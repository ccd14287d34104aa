import type { ShownOrganization } from '@alianza/contracts/membership/organizations';
import { countryName } from '../../shared/format/names.js';
import type { NetworkVisit } from '../visit.js';
import { organizationAddress } from './address.js';

/** The organisation as schema.org data. What nobody said is left out. */
export function organizationData(organization: ShownOrganization, visit: NetworkVisit): object {
  const { network, origin, lang, addressOf } = visit;
  const { name, names, slug, kind, country, role, website } = organization;
  const alternate = names.filter((other) => other !== name);
  const page = origin + organizationAddress(visit, slug);
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': page,
    name,
    mainEntityOfPage: page,
    url: website ?? page,
    ...(alternate.length > 0 && { alternateName: alternate }),
    ...(role !== null && { description: role }),
    ...(country !== null && { location: { '@type': 'Country', name: countryName(lang, country), identifier: country } }),
    ...(kind === 'member' && { memberOf: { '@type': 'Organization', name: network.name, url: origin + addressOf() } }),
  };
}
