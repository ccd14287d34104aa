import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '@alianza/contracts/errors';
import { applicationErrors } from '@alianza/contracts/membership/applications';
import { originalOf } from '@alianza/platform/data/localized';
import { nameKeyOf, type Called } from '../names.js';
import { Organization } from '../organization.entity.js';

/** One organisation of a name in a network, member or not: `self` keeps its own. */
export async function expectNameFree(
  em: EntityManager,
  networkId: string,
  called: Pick<Called, 'name'>,
  self?: Organization,
): Promise<void> {
  const known = await em.findOne(Organization, { networkId, nameKey: nameKeyOf(called) });
  if (known && known !== self) throw new DomainError(applicationErrors['organization-name-taken'], { name: originalOf(called.name) });
}
