import { retention } from '@alianza/contracts/privacy/retention';
import { jsonOf } from '@alianza/platform/run/config';
import { z } from 'zod';

/** What is counted, each by who is counted: an address (of IPv6 its first 64 bits) or a person (issuer and subject of a verified token). */
export const limitNames = [
  /** By address: what anybody may read, pages included. */
  'public-reads',
  /** By person. */
  'signed-in-reads',
  /** By person. */
  'writes',
  /** By address: writes that a secret link allows. */
  'link-writes',
  /** By address: writes that nobody need be known for; each sends a mail. */
  'open-writes',
  /** By address: the same over a day, so that patience does not get around the hour. */
  'open-writes-daily',
  /** By address. */
  'uploads',
  /** By address: tokens that did not hold. */
  'bad-tokens',
] as const;
export type LimitName = (typeof limitNames)[number];

/** At most so many in so many seconds, which begin with the first. */
const Rule = z.strictObject({
  most: z.int().min(1).max(1_000_000_000),
  seconds: z
    .int()
    .min(1)
    .max(retention.limitHours * 3600),
});
export type Rule = z.infer<typeof Rule>;
export type Rules = Readonly<Record<LimitName, Rule>>;

/** An office of some hundred people may share one address: what is counted by address leaves them room. */
const usual: Rules = {
  'public-reads': { most: 3000, seconds: 60 },
  'signed-in-reads': { most: 1200, seconds: 60 },
  writes: { most: 600, seconds: 60 },
  'link-writes': { most: 60, seconds: 60 },
  'open-writes': { most: 20, seconds: 3600 },
  'open-writes-daily': { most: 60, seconds: 86_400 },
  uploads: { most: 30, seconds: 600 },
  'bad-tokens': { most: 60, seconds: 60 },
};

/** JSON of those that differ from the usual ones: `{"writes":{"most":1200,"seconds":60}}`. */
export const LimitsSetting = jsonOf(z.partialRecord(z.enum(limitNames), Rule)).default({});

export const rulesOf = (changed: z.output<typeof LimitsSetting>): Rules => ({ ...usual, ...changed });
