import type { Role } from '@alianza/contracts/access';
import { isSecretariat, type Standing } from '../practices/practices.policy.js';

export interface Sides {
  readonly organizationId: string;
  /** None where the network itself answers for the practice. */
  readonly originId?: string | null | undefined;
  /** Whether that organisation is suspended or has left. */
  readonly originAway: boolean;
}

const writers: readonly Role[] = ['titular', 'suplente', 'editor'];
const speakers: readonly Role[] = ['titular', 'suplente'];

/** Roles that somebody holds in the organisation they act for: those of the network count for no member. */
const rolesIn = ({ actingFor, organizations }: Standing): readonly Role[] => organizations.find(({ id }) => id === actingFor)?.roles ?? [];

/** For which organisation somebody may write; null for none. */
export const writesFor = (standing: Standing): string | null =>
  rolesIn(standing).some((role) => writers.includes(role)) ? standing.actingFor : null;

export const mayWrite = (standing: Standing, { organizationId }: Pick<Sides, 'organizationId'>): boolean =>
  writesFor(standing) === organizationId;

/** Telling and taking back is said by who represents the organisation. */
export const maySpeak = (standing: Standing, sides: Pick<Sides, 'organizationId'>): boolean =>
  mayWrite(standing, sides) && rolesIn(standing).some((role) => speakers.includes(role));

/** Whether they answer for the practice: those who represent its organisation; the secretariat where it is the network's or they are away. */
export function answersFor(standing: Standing, { originId, originAway }: Sides): boolean {
  if ((!originId || originAway) && isSecretariat(standing)) return true;
  if (!originId) return false;
  return originId === standing.actingFor && rolesIn(standing).some((role) => speakers.includes(role));
}

/** Nobody confirms what an organisation says that they act for. */
export const mayDecide = (standing: Standing, sides: Sides): boolean =>
  answersFor(standing, sides) && !standing.organizations.some(({ id }) => id === sides.organizationId);
