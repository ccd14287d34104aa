import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DataOf } from '@alianza/contracts/event';
import type { letterFiled } from '@alianza/contracts/membership/representation/letters';
import { Organization } from '../organizations/organization.entity.js';
import type { Letter } from './letter.entity.js';

interface LetterFact {
  aggregateId: string;
  aggregateVersion: number;
  data: DataOf<typeof letterFiled>;
}

/** What an event tells of a letter: neither the person's name nor the office that signed it. */
export async function factOf(em: SqlEntityManager, letter: Letter): Promise<LetterFact> {
  const { id, networkId, version, organizationId, personId, role, validUntil } = letter;
  const { name: organization } = await em.findOneOrFail(Organization, { networkId, id: organizationId });
  return { aggregateId: id, aggregateVersion: version, data: { organizationId, organization, personId, role, validUntil } };
}
