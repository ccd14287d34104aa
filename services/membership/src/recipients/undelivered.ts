import type { Undelivered } from '@alianza/contracts/membership/outside/undelivered';

interface Bounced {
  readonly bouncedAt?: Date | null;
  readonly bounceStatus?: string | null;
}

export const undeliveredOf = ({ bouncedAt, bounceStatus = null }: Bounced): Undelivered | null =>
  bouncedAt ? { at: bouncedAt.toISOString(), status: bounceStatus } : null;
