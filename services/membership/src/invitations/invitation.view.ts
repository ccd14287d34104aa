import type { EntityManager } from '@mikro-orm/postgresql';
import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { Person } from '../people/person.entity.js';
import { undeliveredOf } from '../recipients/undelivered.js';
import type { Invitation } from './invitation.entity.js';

/** What people of the organisation are called, by their id. */
type Names = ReadonlyMap<string, string>;

export async function namesOfInvited(em: EntityManager, invitations: readonly Invitation[]): Promise<Names> {
  const ids = invitations.flatMap(({ handover }) => handover?.to ?? []);
  const people = ids.length === 0 ? [] : await em.find(Person, { id: ids });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/**
 * As the organisation sees it; who has an open one is not one of its people yet. One of its people is named: nobody learns a colleague's
 * address by inviting them.
 */
export function viewInvitation(invitation: Invitation, names: Names, now: Date): InvitationRow {
  const { id, role, email, issuedAt, expiresAt, handover } = invitation;
  const times = { issuedAt: issuedAt.toISOString(), expiresAt: expiresAt.toISOString(), expired: expiresAt <= now };
  const to = handover?.to;
  const whom = to === undefined ? { email: email === '' ? null : email, person: null } : { email: null, person: names.get(to) ?? '' };
  return { id, role, ...whom, ...times, undelivered: undeliveredOf(invitation), handover: Boolean(handover) };
}
