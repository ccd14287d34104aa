import type { Role } from '@alianza/contracts/access';
import type { Principal } from '@alianza/contracts/membership/principals';
import type { PracticeStatus } from '@alianza/contracts/repository/practices';

export type Standing = Pick<Principal, 'roles' | 'actingFor' | 'organizations'>;
type Rights = Pick<Principal, 'permissions'>;
interface Owned {
  /** None for the network's own. */
  readonly organizationId?: string | null | undefined;
  /** The secretariat entered it for that organisation. */
  readonly onBehalf?: boolean | undefined;
  readonly publishedAt?: Date | string | null | undefined;
}
interface Shown {
  readonly status: PracticeStatus;
}

const keepsTheNetwork: readonly Role[] = ['secretariat', 'secretariat-lead'];

export const isSecretariat = ({ roles }: Pick<Standing, 'roles'>): boolean => roles.some((role) => keepsTheNetwork.includes(role));

/** For whom somebody writes: the organisation acted for, else the network itself (null); undefined where it must be said. */
export function ownerFor(standing: Standing): string | null | undefined {
  return standing.actingFor ?? (isSecretariat(standing) ? null : undefined);
}

/**
 * An organisation's record is its own, even to the secretariat; the network's own are the secretariat's. What the secretariat entered for an
 * organisation both write and hand in until it is published: from then on it is the organisation's alone.
 */
export function mayEdit(standing: Standing, { organizationId, onBehalf = false, publishedAt }: Owned): boolean {
  const isStaffs = !organizationId || (onBehalf && !publishedAt);
  return (isStaffs && isSecretariat(standing)) || Boolean(organizationId && organizationId === standing.actingFor);
}

/** Who reviews sees what was handed in, never what is being written. */
export const mayReview = ({ status }: Shown): boolean => status === 'submitted' || status === 'published';

/** Whether somebody reviews whatever is handed in; a guest only what they were invited to. */
export const reviewsHere = ({ permissions }: Rights): boolean => permissions.includes('practices:review');

/** The titular of its organisation, and the secretariat whoever it belongs to. */
export const mayWithdraw = (standing: Standing, practice: Owned): boolean => isSecretariat(standing) || mayEdit(standing, practice);

/** A reviewer may know that it once was handed in, and hear that it no longer is. */
export const wasHandedIn = ({ status }: Shown): boolean => status !== 'draft' && status !== 'withdrawn';

/** Nobody decides on a record of an organisation they act for. */
export const mayDecide = ({ organizations }: Standing, { organizationId }: Owned): boolean =>
  !organizations.some(({ id }) => id === organizationId);
