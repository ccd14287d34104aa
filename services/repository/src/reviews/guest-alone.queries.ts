import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';

/** Whoever invites somebody waits for who ends all their invitations because they may not comment any more, and the other way round. */
export const guestAlone = (em: SqlEntityManager, { networkId, personId }: { networkId: string; personId: string }): Promise<void> =>
  oneAtATime(em, 'guest', networkId, personId);
