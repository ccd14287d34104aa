import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { LimitName, Rule } from './rules.js';

/** How it stands with one limit for one who asks. */
export interface Standing extends Rule {
  readonly name: LimitName;
  /** How often they may still ask. */
  readonly left: number;
  /** Whole seconds until they may ask as often as at first. */
  readonly resets: number;
}

/** As programs read it (draft-ietf-httpapi-ratelimit-headers). */
export const standingHeaders = ({ name, most, seconds, left, resets }: Standing): Record<string, string> => ({
  'ratelimit-policy': `"${name}";q=${most};w=${seconds}`,
  ratelimit: `"${name}";r=${left};t=${resets}`,
});

/** As people say it: at the latest after that long. */
const waitOf = ({ resets }: Standing) => (resets <= 120 ? 'moment' : resets <= 3600 ? 'hour' : 'day');

export class RateLimitedError extends DomainError {
  constructor(private readonly standing: Standing) {
    super(generalErrors['rate-limited'], { limit: standing.name, seconds: standing.resets, wait: waitOf(standing) });
  }

  get headers(): Record<string, string> {
    return { 'retry-after': String(this.standing.resets), ...standingHeaders(this.standing) };
  }
}
