import { Child } from '@alianza/local/servers/child';
import { freePort } from '@alianza/local/servers/free-port';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../eventually.js';
import { homeIn, javaOptions, keycloakHome } from './distribution.js';

const realm = path.resolve(import.meta.dirname, '../../../../infra/keycloak/alianza-realm.json');
/** Milliseconds on a busy machine. */
const patience = 300_000;

export interface KeycloakWanted {
  /** Under which the gateway leads to it. */
  readonly origin: string;
  readonly smtpUrl: string;
  /** A folder of its own. */
  readonly dir: string;
  /** So short that a spec sees it end. */
  readonly tokenSeconds: number;
}

/** Keycloak as production runs it, with the realm file of infra/keycloak; its database ends with its folder. */
export interface Keycloak {
  /** Where it answers inside. */
  readonly url: string;
  readonly directorySecret: string;
  readonly scriptSecret: string;
  /** Of `administrationClient`. */
  readonly administrationSecret: string;
  /** Again after `stop`, with the accounts, sessions and keys there were. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** In place of the person who administers the realm: the tables of every run are made already, and nobody has entered there. */
export const administrationClient = 'spec-administration';

function administered(secret: string): string {
  const { clients, users, ...rest } = JSON.parse(readFileSync(realm, 'utf8')) as { clients: object[]; users: object[] };
  const client = { clientId: administrationClient, secret, serviceAccountsEnabled: true, standardFlowEnabled: false };
  const account = { username: `service-account-${administrationClient}`, enabled: true, serviceAccountClientId: administrationClient };
  const roles = { clientRoles: { 'realm-management': ['manage-realm'] } };
  return JSON.stringify({ ...rest, clients: [...clients, client], users: [...users, { ...account, ...roles }] });
}

const newSecret = () => randomBytes(24).toString('base64url');

export async function startKeycloak({ origin, smtpUrl, dir, tokenSeconds }: KeycloakWanted): Promise<Keycloak> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const [directorySecret, scriptSecret, administrationSecret] = [newSecret(), newSecret(), newSecret()];
  homeIn(dir, await keycloakHome(), administered(administrationSecret));
  const smtp = new URL(smtpUrl);
  const env = {
    ...process.env,
    PORTAL_ORIGIN: origin,
    ACCESS_TOKEN_SECONDS: String(tokenSeconds),
    SMTP_HOST: smtp.hostname,
    SMTP_PORT: smtp.port,
    MAIL_FROM: 'alianza@example.org',
    DIRECTORY_CLIENT_SECRET: directorySecret,
    SCRIPT_CLIENT_ENABLED: 'true',
    SCRIPT_CLIENT_SECRET: scriptSecret,
    JAVA_OPTS: javaOptions,
  };
  const http = ['--http-enabled=true', '--http-host=127.0.0.1', `--http-port=${String(port)}`, `--hostname=${origin}`];
  const args = ['start', '--optimized', '--import-realm', '--cache=local', '--proxy-headers=xforwarded', ...http];
  let child: Child | null = null;
  const stop = async () => child?.stop();
  const start = async () => {
    const begun = new Child(path.join(dir, 'bin/kc.sh'), args, { logFile: path.join(dir, 'keycloak.log'), env, cwd: dir });
    child = begun;
    try {
      await eventually(() => answers(url, begun), patience);
    } catch (error) {
      await stop();
      throw new Error(`Keycloak did not start: ${begun.said.slice(-1500)}`, { cause: error });
    }
  };
  await start();
  return { url, directorySecret, scriptSecret, administrationSecret, start, stop };
}

/** It listens once the realm is imported. */
async function answers(url: string, child: Child): Promise<boolean> {
  if (child.hasEnded) throw new Error('it ended by itself');
  const answer = await fetch(`${url}/realms/alianza`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}
