import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { letterAssigned } from '@alianza/contracts/membership/representation/letter-tasks';
import type { Origin } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { Letter } from '../letters/letter.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import type { Role } from '../roles/role.entity.js';
import { aloneWith, lostBy } from './deciders.js';

export const letterQueue = 'letters';

/** When the last role ends by which somebody accredits, the letters that they had go back to the queue. */
export async function giveBackLetters(em: SqlEntityManager, ended: Role, origin: Origin): Promise<void> {
  if (await lostBy(em, 'letters:accredit', ended)) await releaseLetters(em, ended, origin);
}

export async function releaseLetters(
  em: SqlEntityManager,
  { networkId, personId }: Pick<Role, 'networkId' | 'personId'>,
  origin: Origin,
): Promise<void> {
  await aloneWith(em, { networkId, personId });
  for (const { itemId: id, version } of await new TaskHoldings(em).takeFrom({ networkId, personId })) {
    const letter = await em.findOneOrFail(Letter, { networkId, id });
    if (letter.status !== 'filed') continue;
    const fact = { aggregateId: id, aggregateVersion: version };
    record(em, origin, letterAssigned, { ...fact, data: { ...(await ofOrganization(em, letter)), holderId: null, givenBack: true } });
  }
}

/** Decided or closed, letters are nobody's task any more. */
export async function takeOffDesk(em: SqlEntityManager, letters: readonly Letter[]): Promise<void> {
  for (const { networkId, id } of letters) await new TaskHoldings(em).giveBack({ networkId, queue: letterQueue }, id);
}

/** Whose letter it is, as its facts say. */
export async function ofOrganization(em: SqlEntityManager, { networkId, organizationId }: Letter) {
  const { name } = await em.findOneOrFail(Organization, { networkId, id: organizationId });
  return { organizationId, organization: name };
}
