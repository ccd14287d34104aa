import type { ServiceName } from '@alianza/contracts/access';
import { newId } from '../ids.js';

/** What a service does by itself, at an hour of its own: nobody asked for it. */
export const byItself = <NetworkId extends string | null>(service: ServiceName, networkId: NetworkId) => ({
  networkId,
  actor: { personId: null, organizationId: null, service },
  cause: newId(),
});
