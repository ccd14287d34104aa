import type { Config } from '@alianza/platform/run/service-definition';
import { z } from 'zod';
import { readRanges } from './http/addresses.js';
import { LimitsSetting } from './limits/rules.js';

/** What the edge reads besides the base configuration. */
export const gatewayConfig = z.object({
  PORT: z.coerce.number().int().default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Scheme, host and port under which readers know the platform; portal, API and issuer share it. */
  ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  /** Who answers harvesters that ask about the repository (OAI-PMH says it to everybody). */
  CONTACT_MAIL: z.email().default('alianza@example.org'),
  /** What tokens call their issuer; by default `/realms/alianza` of the origin. */
  OIDC_ISSUER: z.url().optional(),
  /** Under which name accounts of that issuer are kept; its address where none is given. */
  ISSUER_NAME: z.string().min(1).optional(),
  /** Where the embedded issuer answers; then `/realms` leads there. */
  OIDC_UPSTREAM: z.url().optional(),
  /** Where Keycloak answers inside; then `/realms/alianza` and its pages' own files lead there, and nothing else of it is reached. */
  KEYCLOAK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where the local mailbox answers; then `/_correo` leads there. Never in production. */
  MAILBOX_UPSTREAM: z.url().optional(),
  /** Folder of the built portal: `client/` and `server/entry.js`. */
  WEB_DIST: z.string().min(1),
  /** For how long a public answer or page may be given again, in milliseconds; 0 for never. */
  KEEP_PUBLIC_MS: z.coerce.number().int().min(0).default(1000),
  /** Longest body of a command, in bytes. Files have limits of their own. */
  MAX_BODY: z.coerce
    .number()
    .int()
    .min(1)
    .default(2 ** 20),
  /** For how long, in milliseconds, it still answers once it was asked to leave, so that whoever stands in front sends nobody any more. */
  LEAVE_MS: z.coerce.number().int().min(0).max(20_000).default(5000),
  /** Proxies whose `X-Forwarded-For` is believed: addresses and ranges, with commas between them. */
  TRUSTED_PROXIES: z
    .string()
    .refine((text) => readRanges(text) !== null)
    .transform(readRanges)
    .nullable()
    .default(null),
  /** Whether each connection begins by saying whose it is (PROXY protocol, version 1): only where nobody but such a balancer reaches the port. */
  PROXY_PROTOCOL: z.enum(['on', 'off']).default('off'),
  /** Limits that differ from the usual ones, as JSON; see limits/rules.ts. */
  LIMITS: LimitsSetting,
  /** Milliseconds that a write may wait for its shared count; after that this replica counts by itself. */
  LIMITS_PATIENCE_MS: z.coerce.number().int().min(1).default(1500),
});

export type GatewayConfig = Config<typeof gatewayConfig>;

export const issuerOf = ({ OIDC_ISSUER, ORIGIN }: GatewayConfig): string => OIDC_ISSUER ?? `${ORIGIN}/realms/alianza`;
export const issuerNameOf = (config: GatewayConfig): string => config.ISSUER_NAME ?? issuerOf(config);
