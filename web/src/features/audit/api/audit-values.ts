import { services, type ServiceName } from '@alianza/contracts/access';

/** Parts of the platform, which act by themselves. */
export const parts: readonly ServiceName[] = services;
