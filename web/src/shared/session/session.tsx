import type { Permission, Role } from '@alianza/contracts/access';
import type { Me } from '@alianza/contracts/membership/people';
import { createContext, use } from 'react';
import { barredFor } from './standing-values.js';

type Membership = Me['networks'][number];
type Represented = Membership['organizations'][number];

/** The person signed in, seen from the network of the page. */
export interface Session {
  readonly me: Me;
  readonly membership: Membership;
  readonly acting: Represented | null;
  /** Roles that count here and now: those in the organisation spoken for and those in the network itself. */
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  /** For an organisation, or for none: as what they are in the network itself. */
  readonly actFor: (organizationId: string | null) => void;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession outside a workspace');
  return session;
}

export const useMay = () => {
  const { permissions } = useSession();
  return (permission: Permission): boolean => permissions.includes(permission);
};

/** The same of what is to be done now: a suspended organisation only reads. */
export const useMayAct = () => {
  const { permissions, acting } = useSession();
  const barred = barredFor(acting);
  return (permission: Permission): boolean => permissions.includes(permission) && !barred.includes(permission);
};
