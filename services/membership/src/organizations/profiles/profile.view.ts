import type { Profile } from '@alianza/contracts/membership/directory/profiles';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import type { Organization } from '../organization.entity.js';

/** An organisation as itself and the secretariat read it. */
export function viewProfile(organization: Organization, reader: Reader): Profile {
  const { id, slug, acronym = null, category = null, categorySince, status, version, sector, listed } = organization;
  const { country = null, region = null, languages, work = null, website = null, links, logo } = organization;
  return {
    ...{ id, slug, name: resolve(organization.name, reader).text, acronym, category, status, version, sector, listed },
    ...{ country, region, languages: languages ?? [], work, website, links: links ?? [] },
    categorySince: categorySince?.toISOString() ?? null,
    shows: [...organization.shown()],
    logo: logo ? { hash: logo.hash, width: logo.width, height: logo.height } : null,
  };
}
