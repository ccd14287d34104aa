import type { Role } from '@alianza/contracts/access';
import { grantableBy, type NetworkWideRole } from '@alianza/contracts/membership/representation/granting';

/** What whoever holds these roles may give; the service has the last word. */
export const mayGive = (held: readonly Role[]): readonly NetworkWideRole[] => grantableBy(held);
