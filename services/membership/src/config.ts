import { secret } from '@alianza/platform/run/config';
import type { Config } from '@alianza/platform/run/service-definition';
import { z } from 'zod';

const Operator = z.strictObject({ issuer: z.string(), subject: z.string(), email: z.email(), name: z.string().min(1) });
export type Operator = z.infer<typeof Operator>;

const operators = (json: string): Operator[] => z.array(Operator).parse(JSON.parse(json));

/** What membership reads besides the base configuration. */
export const membershipConfig = z.object({
  /** Address and secret of the embedded issuer's administration. */
  IDENTITY_ADMIN_URL: z.url(),
  IDENTITY_ADMIN_SECRET: secret(),
  /** Accounts that stand above networks: a JSON list of `{ issuer, subject, email, name }`. */
  OPERATORS: z.string().default('[]').transform(operators),
});

export type MembershipConfig = Config<typeof membershipConfig>;
