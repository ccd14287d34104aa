import { services, type ServiceName } from '@alianza/contracts/access';
import { limitNames } from '@alianza/gateway/limits/rules';
import type { Environment } from '@alianza/platform/run/config';
import { newKeyPair } from '@alianza/platform/principals/keys';

/** Where services meet. */
export interface Messages {
  readonly url: string;
  /** What each service proves itself with; none where the server lets anybody in. */
  readonly seeds?: Readonly<Partial<Record<ServiceName, string>>> | undefined;
  /** Of a user who may do everything: specs look and measure with it, no service is given it. */
  readonly keeper?: string | undefined;
  /** Servers that keep each stream. */
  readonly replicas?: number | undefined;
}

/** The parts that stand around the services, wherever they come from. */
export interface Parts {
  readonly mode: 'production' | 'development' | 'test';
  readonly nats: Messages;
  /** Database address of each service. */
  readonly databases: Readonly<Record<string, string>>;
  readonly filesDir: string;
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly smtpUrl: string;
  readonly mailboxUrl?: string | undefined;
  /** A Meilisearch that searches instead of PostgreSQL. */
  readonly search?: { readonly url: string; readonly key?: string | undefined; readonly index?: string | undefined } | undefined;
  readonly identity?: { readonly url: string; readonly adminUrl: string; readonly adminSecret: string } | undefined;
  /** An issuer elsewhere instead of the embedded one. */
  readonly issuer?: string | undefined;
  /** The Keycloak behind that issuer, where the gateway leads to it and membership keeps its accounts. */
  readonly keycloak?: { readonly url: string; readonly clientSecret: string | undefined } | undefined;
  readonly webDist: string;
  /** Accounts that stand above networks. */
  readonly operators: readonly { readonly issuer: string; readonly subject: string; readonly email: string; readonly name: string }[];
  /** Proxies of one's own in front, whose word on addresses counts. */
  readonly trustedProxies?: string | undefined;
  /** Limits that nobody reaches; always in tests. */
  readonly generous?: boolean | undefined;
  readonly logLevel?: string;
  readonly logFile?: ((service: ServiceName) => string) | undefined;
}

/** Specs and measurements ask more in a minute than an office does; what limits do is shown by specs of their own, with limits of their own. */
const generous = Object.fromEntries(limitNames.map((name) => [name, { most: 1_000_000, seconds: 60 }]));

/** Accounts are kept under this name, so that another port at the next start is no other issuer. */
export const localIssuer = 'alianza';

/** As the repository reads it. */
export const searchEnvironment = (search: Parts['search']): Environment => ({
  MEILI_URL: search?.url,
  MEILI_KEY: search?.key,
  MEILI_INDEX: search?.index,
});

function ownEnvironments(parts: Parts): Record<ServiceName, Environment> {
  const { identity, issuer, keycloak } = parts;
  return {
    gateway: {
      PORT: String(parts.port),
      HOST: parts.host,
      ORIGIN: parts.origin,
      ISSUER_NAME: issuer ?? localIssuer,
      OIDC_ISSUER: issuer,
      OIDC_UPSTREAM: identity?.url,
      KEYCLOAK_URL: keycloak?.url,
      MAILBOX_UPSTREAM: parts.mailboxUrl,
      WEB_DIST: parts.webDist,
      TRUSTED_PROXIES: parts.trustedProxies,
      LIMITS: parts.generous === true || parts.mode === 'test' ? JSON.stringify(generous) : undefined,
      LEAVE_MS: '0', // nobody stands in front
    },
    membership: {
      IDENTITY_ADMIN_URL: identity?.adminUrl,
      IDENTITY_ADMIN_SECRET: identity?.adminSecret,
      KEYCLOAK_URL: keycloak?.url,
      KEYCLOAK_CLIENT_SECRET: keycloak?.clientSecret,
      OPERATORS: JSON.stringify(parts.operators),
    },
    notifications: {
      SMTP_URL: parts.smtpUrl,
      ORIGIN: parts.origin,
      MAIL_FROM: 'alianza@example.org',
      BOUNCE_PORT: parts.mode === 'test' ? '0' : undefined, // nobody outside reports to a machine of one's own
    },
    repository: searchEnvironment(parts.search),
    audit: {},
  };
}

/** Whether and to whom services tell of themselves is said to whoever starts them. */
const observing = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([key]) => key === 'METRICS' || key.startsWith('OTEL_')));

/** What each service reads at its start; a fresh key for each, known to all others. */
export function environmentsFor(parts: Parts): Record<ServiceName, Environment> {
  const keys = Object.fromEntries(services.map((service) => [service, newKeyPair()])) as Record<ServiceName, ReturnType<typeof newKeyPair>>;
  const trusted = JSON.stringify(Object.fromEntries(services.map((service) => [service, keys[service].publicKey])));
  const own = ownEnvironments(parts);
  const forService = (service: ServiceName): Environment => ({
    NODE_ENV: parts.mode,
    NATS_URL: parts.nats.url,
    NATS_NKEY_SEED: parts.nats.seeds?.[service],
    NATS_REPLICAS: parts.nats.replicas?.toString(),
    DATABASE_URL: parts.databases[service],
    SERVICE_KEY: keys[service].privateKey,
    TRUSTED_KEYS: trusted,
    FILES_DIR: parts.filesDir,
    LOG_LEVEL: parts.logLevel ?? 'info',
    LOG_FILE: parts.logFile?.(service),
    ...observing(process.env),
    ...own[service],
  });
  return Object.fromEntries(services.map((service) => [service, forService(service)])) as Record<ServiceName, Environment>;
}
