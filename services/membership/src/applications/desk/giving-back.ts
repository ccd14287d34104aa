import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { applicationAssigned } from '@alianza/contracts/membership/application-desk';
import type { Origin } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { aloneWith, lostBy } from '../../desk/deciders.js';
import type { Role } from '../../roles/role.entity.js';
import { Application } from '../application.entity.js';

/** When the last role ends by which somebody decides, what they had goes back to the queue. */
export async function giveBackApplications(em: SqlEntityManager, ended: Role, at: Date, origin: Origin): Promise<void> {
  if (await lostBy(em, 'applications:decide', ended)) await releaseApplications(em, ended, at, origin);
}

/** Whatever of it is decided stays under the name of who decided. */
export async function releaseApplications(
  em: SqlEntityManager,
  { networkId, personId }: Pick<Role, 'networkId' | 'personId'>,
  at: Date,
  origin: Origin,
): Promise<void> {
  await aloneWith(em, { networkId, personId });
  const held = await em.find(Application, { networkId, assignedTo: personId });
  const open = held.filter((application) => application.isOpen());
  for (const application of open) application.giveBack(at);
  await em.flush();
  for (const { id, version, status, organization } of open) {
    const data = { status, organization, personId: null, givenBack: true };
    record(em, origin, applicationAssigned, { aggregateId: id, aggregateVersion: version, data });
  }
}
