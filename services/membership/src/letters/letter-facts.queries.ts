import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DataOf } from '@alianza/contracts/event';
import type { letterFiled } from '@alianza/contracts/membership/representation/letters';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { Organization } from '../organizations/organization.entity.js';
import type { Letter } from './letter.entity.js';

interface LetterFact {
  aggregateId: string;
  aggregateVersion: number;
  data: DataOf<typeof letterFiled>;
}

const heard = defineQuery({
  name: 'letters_heard_organizations',
  scope: 'tenant',
  text: `select distinct r.organization_id as id from role r join person p on p.id = r.person_id and p.disabled_at is null
    where r.network_id = $1::uuid and r.organization_id = any($2::uuid[]) and r.until is null and r.role in ('titular', 'suplente')`,
  sample: (networkId) => [networkId, `{${nowhere}}`],
});

/** Of these organisations, those in which somebody who represents them is told of things. */
export const heardIn = async (em: SqlEntityManager, networkId: string, organizationIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await queryRows<{ id: string }>(em, heard, [networkId, `{${organizationIds.join(',')}}`])).map(({ id }) => id));

/** What an event tells of a letter: neither the person's name nor the office that signed it. */
export async function factOf(em: SqlEntityManager, letter: Letter): Promise<LetterFact> {
  const { id, networkId, version, organizationId, personId, role, validUntil } = letter;
  const { name: organization } = await em.findOneOrFail(Organization, { networkId, id: organizationId });
  return { aggregateId: id, aggregateVersion: version, data: { organizationId, organization, personId, role, validUntil } };
}
