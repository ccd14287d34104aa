import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { invitationRevoked } from '@alianza/contracts/membership/invitations';
import type { Origin } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import type { Invitation } from './invitation.entity.js';

/** Takes back what was offered, for good. */
export async function revokeAll(em: SqlEntityManager, invitations: readonly Invitation[], now: Date, origin: Origin): Promise<void> {
  for (const invitation of invitations) invitation.revoke(now);
  await em.flush();
  for (const { id, version, role, organizationId = null } of invitations)
    record(em, origin, invitationRevoked, { aggregateId: id, aggregateVersion: version, data: { role, organizationId } });
}
