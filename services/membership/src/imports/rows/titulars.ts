import type { EntityManager } from '@mikro-orm/postgresql';
import { Invitation } from '../../invitations/invitation.entity.js';
import { Role } from '../../roles/role.entity.js';

/** Why who a row names is not invited: somebody is titular · was asked, and may still come or was that person · nobody invites to their own organisation · it is suspended. */
export type Uninvited = 'titular-held' | 'titular-asked' | 'titular-own' | 'titular-suspended';

export interface Inviting {
  readonly networkId: string;
  readonly organizationIds: readonly string[];
  readonly now: Date;
  /** Who invites; null where nobody does yet. */
  readonly by: string | null;
}

export type Why = (organizationId: string, email: string) => Uninvited | null;

/** Of several organisations at once, whether a sheet invites to be their titular; null where it does. */
export async function whyUninvited(em: EntityManager, { networkId, organizationIds, now, by }: Inviting): Promise<Why> {
  const organizationId = { $in: [...organizationIds] };
  const held = await em.find(Role, { networkId, organizationId, until: null });
  const asked = Map.groupBy(await em.find(Invitation, { networkId, organizationId, role: 'titular' }), (one) => one.organizationId);
  const titular = new Set(held.filter(({ role }) => role === 'titular').map((one) => one.organizationId));
  const own = new Set(held.filter(({ personId }) => personId === by).map((one) => one.organizationId));
  return (id, email) => {
    if (titular.has(id)) return 'titular-held';
    if (own.has(id)) return 'titular-own';
    const isAsked = (one: Invitation) => one.isOpen(now) || one.email.toLowerCase() === email.toLowerCase();
    return asked.get(id)?.some(isAsked) ? 'titular-asked' : null;
  };
}
