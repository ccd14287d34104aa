import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { rolesOf, type Permission, type Role as RoleName } from '@alianza/contracts/access';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { Person } from '../people/person.entity.js';
import { Role } from '../roles/role.entity.js';

const allowing = (permission: Permission): readonly RoleName[] => rolesOf[permission];

type Holder = Pick<Role, 'networkId' | 'personId'>;

/** Whoever gives them a task, or a role, waits until this transaction has ended. */
export const aloneWith = (em: SqlEntityManager, { networkId, personId }: Holder): Promise<void> =>
  oneAtATime(em, 'roles', networkId, personId);

/**
 * Whether what is decided by such a permission may be their task. Nobody ends their role meanwhile. Who disables them waits for nothing: what was
 * given in that moment, `disabled.jobs.ts` gives back afterwards.
 */
export async function mayBeGiven(em: SqlEntityManager, permission: Permission, whom: Holder): Promise<boolean> {
  await aloneWith(em, whom);
  return (await em.count(Person, { id: whom.personId, disabledAt: null })) > 0 && holds(em, permission, whom);
}

/** Whether the role that has ended was the last of theirs which allows it. Nobody gives them a task meanwhile. */
export async function lostBy(em: SqlEntityManager, permission: Permission, ended: Role): Promise<boolean> {
  if (!allowing(permission).includes(ended.role)) return false;
  await aloneWith(em, ended);
  return !(await holds(em, permission, ended));
}

const holds = async (em: SqlEntityManager, permission: Permission, { networkId, personId }: Holder): Promise<boolean> =>
  (await em.count(Role, { networkId, personId, role: { $in: [...allowing(permission)] }, until: null })) > 0;
