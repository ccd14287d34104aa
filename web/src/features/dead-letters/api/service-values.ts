import { services, type ServiceName } from '@alianza/contracts/access';

/** Whoever may have letters. */
export const everyService: readonly ServiceName[] = services;
