import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import type { Invitation } from './invitation.entity.js';

/** As the organisation sees it; who has an open one is not one of its people yet. */
export function viewInvitation({ id, role, email, issuedAt, expiresAt, handover }: Invitation, now: Date): InvitationRow {
  const times = { issuedAt: issuedAt.toISOString(), expiresAt: expiresAt.toISOString(), expired: expiresAt <= now };
  return { id, role, email, ...times, handover: Boolean(handover) };
}
