import { createServer } from 'node:net';
import path from 'node:path';
import { freePort } from '../servers/free-port.js';
import { StartFailure } from '../servers/start-failure.js';

const root = path.resolve(import.meta.dirname, '../../..');

type Environment = Readonly<Record<string, string | undefined>>;

/** What a start is asked for by its environment. An address given replaces the embedded part of its kind. */
export interface LaunchOptions {
  readonly port: number;
  readonly host: string;
  /** How a browser on this machine reaches the portal. */
  readonly origin: string;
  readonly dataDir: string;
  readonly natsUrl: string | undefined;
  readonly migrationDatabaseUrl: string | undefined;
  readonly issuer: string | undefined;
  /** The Keycloak behind that issuer, to be led to from our own origin. */
  readonly keycloakUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** Each service in processes of its own, two gateways behind a balancer. */
  readonly processes: boolean;
}

export const readDataDir = (env: Environment): string => path.resolve(root, env.DATA_DIR || '.data');

const processes = '--processes';

export async function readOptions(env: Environment, words: readonly string[] = []): Promise<LaunchOptions> {
  const unknown = words.find((word) => word !== processes);
  if (unknown !== undefined) throw new StartFailure(`No se conoce la opción ${unknown}; la única es ${processes}.`);
  const asked = Number(env.PORT || '3000');
  if (!Number.isInteger(asked) || asked < 0 || asked > 65_535)
    throw new StartFailure(`PORT debe ser un número entre 0 y 65535, y es «${env.PORT ?? ''}».`);
  const host = env.HOST || '127.0.0.1';
  const port = asked === 0 ? await freePort() : asked;
  const named = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const origin = `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
  return {
    port,
    host,
    origin,
    dataDir: readDataDir(env),
    natsUrl: env.NATS_URL || undefined,
    migrationDatabaseUrl: env.MIGRATION_DATABASE_URL || undefined,
    issuer: env.OIDC_ISSUER || (env.KEYCLOAK_URL ? `${origin}/realms/alianza` : undefined),
    keycloakUrl: env.KEYCLOAK_URL || undefined,
    smtpUrl: env.SMTP_URL || undefined,
    processes: words.includes(processes),
  };
}

const sentences: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) => `El puerto ${port} está ocupado: PORT puede indicar otro.`,
  EACCES: (port) => `El sistema no permite usar el puerto ${port}: PORT puede indicar uno mayor que 1024.`,
  EADDRNOTAVAIL: (_port, host) => `Esta máquina no tiene la dirección ${host}: HOST puede indicar otra.`,
  ENOTFOUND: (_port, host) => `No se conoce la dirección ${host}: HOST puede indicar otra.`,
};

/** Tries the port before anything starts; whoever takes it meanwhile is found out later. */
export function checkPort({ port, host }: Pick<LaunchOptions, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = sentences[error.code ?? '']?.(port, host);
      reject(sentence === undefined ? error : new StartFailure(sentence));
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}
