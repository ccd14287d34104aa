import type { ServiceName } from '@alianza/contracts/access';
import type { Principal } from '@alianza/contracts/membership/principals';

const nobody = { account: null, person: null, roles: [], permissions: [], organizations: [], actingFor: null } satisfies Partial<Principal>;

/** Whoever asks without a token. */
export const anyone = (networkId: string | null): Principal => ({ ...nobody, networkId, service: null });

/** A service that acts for itself; only `internal` operations that name it accept it. */
export const serviceItself = (service: ServiceName, networkId: string | null): Principal => ({ ...nobody, networkId, service });
