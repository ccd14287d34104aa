import type { EntityManager } from '@mikro-orm/postgresql';
import { Invitation } from '../../invitations/invitation.entity.js';
import { Role } from '../../roles/role.entity.js';

/** Why a row invites nobody: its organisation has a titular · somebody was asked, as below · it is that of whoever confirmed the sheet · it is suspended. */
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
    // one that is open; one to that address; one that ended so long ago that nobody knows to which
    const isAsked = (one: Invitation) => one.isOpen(now) || ['', email.toLowerCase()].includes(one.email.toLowerCase());
    return asked.get(id)?.some(isAsked) ? 'titular-asked' : null;
  };
}
