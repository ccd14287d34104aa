import { services, type ServiceName } from '@alianza/contracts/access';
import type { Environment } from '@alianza/platform/run/config';
import { newKeyPair } from '@alianza/platform/principals/keys';

/** The parts that stand around the services, wherever they come from. */
export interface Parts {
  readonly mode: 'production' | 'development' | 'test';
  readonly nats: { readonly url: string; readonly user?: string | undefined; readonly password?: string | undefined };
  /** Database address of each service. */
  readonly databases: Readonly<Record<string, string>>;
  readonly filesDir: string;
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly smtpUrl: string;
  readonly mailboxUrl?: string | undefined;
  readonly identity?: { readonly url: string; readonly adminUrl: string; readonly adminSecret: string } | undefined;
  /** An issuer elsewhere instead of the embedded one. */
  readonly issuer?: string | undefined;
  readonly webDist: string;
  /** Accounts that stand above networks. */
  readonly operators: readonly { readonly issuer: string; readonly subject: string; readonly email: string; readonly name: string }[];
  readonly logLevel?: string;
  readonly logFile?: ((service: ServiceName) => string) | undefined;
}

/** Accounts are kept under this name, so that another port at the next start is no other issuer. */
export const localIssuer = 'alianza';

function ownEnvironments(parts: Parts): Record<ServiceName, Environment> {
  const { identity, issuer } = parts;
  return {
    gateway: {
      PORT: String(parts.port),
      HOST: parts.host,
      ORIGIN: parts.origin,
      ISSUER_NAME: issuer ?? localIssuer,
      OIDC_ISSUER: issuer,
      OIDC_UPSTREAM: identity?.url,
      MAILBOX_UPSTREAM: parts.mailboxUrl,
      WEB_DIST: parts.webDist,
    },
    membership: {
      IDENTITY_ADMIN_URL: identity?.adminUrl,
      IDENTITY_ADMIN_SECRET: identity?.adminSecret,
      OPERATORS: JSON.stringify(parts.operators),
    },
    notifications: { SMTP_URL: parts.smtpUrl, ORIGIN: parts.origin, MAIL_FROM: 'alianza@example.org' },
    repository: {},
    audit: {},
  };
}

/** What each service reads at its start; a fresh key for each, known to all others. */
export function environmentsFor(parts: Parts): Record<ServiceName, Environment> {
  const keys = Object.fromEntries(services.map((service) => [service, newKeyPair()])) as Record<ServiceName, ReturnType<typeof newKeyPair>>;
  const trusted = JSON.stringify(Object.fromEntries(services.map((service) => [service, keys[service].publicKey])));
  const own = ownEnvironments(parts);
  const forService = (service: ServiceName): Environment => ({
    NODE_ENV: parts.mode,
    NATS_URL: parts.nats.url,
    NATS_USER: parts.nats.user,
    NATS_PASSWORD: parts.nats.password,
    DATABASE_URL: parts.databases[service],
    SERVICE_KEY: keys[service].privateKey,
    TRUSTED_KEYS: trusted,
    FILES_DIR: parts.filesDir,
    LOG_LEVEL: parts.logLevel ?? 'info',
    LOG_FILE: parts.logFile?.(service),
    ...own[service],
  });
  return Object.fromEntries(services.map((service) => [service, forService(service)])) as Record<ServiceName, Environment>;
}
