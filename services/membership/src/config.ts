import { jsonOf, secret } from '@alianza/platform/run/config';
import type { Config } from '@alianza/platform/run/service-definition';
import { z } from 'zod';

const Operator = z.strictObject({ issuer: z.string(), subject: z.string(), email: z.email(), name: z.string().min(1) });
export type Operator = z.infer<typeof Operator>;

/** Who is configured for an account; undefined for everybody else's. */
export const operatorOf = (
  operators: readonly Operator[],
  { issuer, subject }: Pick<Operator, 'issuer' | 'subject'>,
): Operator | undefined => operators.find((operator) => operator.issuer === issuer && operator.subject === subject);

/** What membership reads besides the base configuration. */
export const membershipConfig = z.object({
  /** Address and secret of the embedded issuer's administration; neither where accounts are kept by a provider elsewhere. */
  IDENTITY_ADMIN_URL: z.url().optional(),
  IDENTITY_ADMIN_SECRET: secret().optional(),
  /** Where Keycloak answers inside, without the realm's path, and the client that keeps its accounts (realm file: infra/keycloak). */
  KEYCLOAK_URL: z.url({ protocol: /^https?$/ }).optional(),
  KEYCLOAK_CLIENT_ID: z.string().min(1).default('alianza-directory'),
  KEYCLOAK_CLIENT_SECRET: secret().optional(),
  /** Accounts that stand above networks: a JSON list of `{ issuer, subject, email, name }`. */
  OPERATORS: jsonOf(z.array(Operator)).default([]),
});

export type MembershipConfig = Config<typeof membershipConfig>;
