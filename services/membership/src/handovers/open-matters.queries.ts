import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { letterWarningDays, type LetterStatus } from '@alianza/contracts/membership/representation/letters';
import { after } from '../data/days.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { Letter } from '../letters/letter.entity.js';
import { Role } from '../roles/role.entity.js';

interface OpenMatters {
  readonly letters: number;
  readonly invitations: number;
}

/** What is open about an organisation's own people: letters of suplentes to file, and offers that nobody has accepted. */
export async function openMatters(
  em: SqlEntityManager,
  of: { readonly networkId: string; readonly organizationId: string },
  now: Date,
): Promise<OpenMatters> {
  const soon = after(now, letterWarningDays[1]);
  const suplentes = await em.find(Role, { ...of, role: 'suplente', until: null });
  const undecided = await em.find(Letter, { ...of, status: { $in: ['filed', 'returned'] } });
  const those = (status: LetterStatus) => new Set(undecided.filter((letter) => letter.status === status).map(({ roleId }) => roleId));
  const [waiting, returned] = [those('filed'), those('returned')];
  const endsSoon = ({ letterValidUntil }: Role) => !letterValidUntil || letterValidUntil <= soon;
  const lacking = suplentes.filter((role) => !waiting.has(role.id) && (endsSoon(role) || returned.has(role.id)));
  const invitations = await em.count(Invitation, { ...of, acceptedAt: null, revokedAt: null, expiresAt: { $gt: now } });
  return { letters: lacking.length, invitations };
}
