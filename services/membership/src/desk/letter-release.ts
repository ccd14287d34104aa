import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { rolesOf, type Role as RoleName } from '@alianza/contracts/access';
import { letterAssigned } from '@alianza/contracts/membership/representation/letter-tasks';
import type { Origin } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { oneAtATime } from '../data/one-at-a-time.queries.js';
import { Letter } from '../letters/letter.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Role } from '../roles/role.entity.js';

export const letterQueue = 'letters';
const accrediting: readonly RoleName[] = rolesOf['letters:accredit'];

/** When the last role ends by which somebody accredits, the letters that they had go back to the queue. */
export async function giveBackLetters(em: SqlEntityManager, ended: Role, origin: Origin): Promise<void> {
  if (!accrediting.includes(ended.role)) return;
  const { networkId, personId } = ended;
  await aloneWith(em, ended);
  if ((await em.count(Role, { networkId, personId, role: { $in: [...accrediting] }, until: null })) > 0) return;
  await releaseLetters(em, { networkId, personId }, origin);
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

/** Whoever gives them a letter, or a role, waits until this transaction has ended. */
export const aloneWith = (em: SqlEntityManager, { networkId, personId }: Pick<Role, 'networkId' | 'personId'>): Promise<void> =>
  oneAtATime(em, 'roles', networkId, personId);

/** Decided or closed, letters are nobody's task any more. */
export async function takeOffDesk(em: SqlEntityManager, letters: readonly Letter[]): Promise<void> {
  for (const { networkId, id } of letters) await new TaskHoldings(em).giveBack({ networkId, queue: letterQueue, itemId: id });
}

/** Whose letter it is, as its facts say. */
export async function ofOrganization(em: SqlEntityManager, { networkId, organizationId }: Letter) {
  const { name } = await em.findOneOrFail(Organization, { networkId, id: organizationId });
  return { organizationId, organization: name };
}
