import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type Provider from 'oidc-provider';
import { send } from '../pages/html.js';
import { newSecret, writePrivate } from '../servers/private-file.js';
import { refuseProduction } from '../servers/start-failure.js';
import { Accounts, type Account } from './accounts/accounts.js';
import { Admin } from './admin.js';
import { audience, clientId, personClaims, realm, tokenSeconds } from './claims.js';
import { issuerFor } from './configuration.js';
import { serve } from '../servers/http.js';
import { identityKeys, scriptClient, signToken, type IdentityKeys, type ScriptClient } from './keys.js';
import { assets } from './pages/assets.js';
import { dead } from './pages/pages.js';
import { languageOf } from './pages/texts.js';
import { Recovery } from './recovery.js';
import { SignIn } from './sign-in.js';
import { SignInStore } from './store.js';

export interface IdentityOptions {
  /** The public origin, e.g. `http://127.0.0.1:3000`; whoever proxies `/realms` passes the original Host. */
  readonly origin: string;
  readonly dataDir: string;
  readonly smtpUrl: string;
}

export interface Identity {
  readonly url: string;
  readonly adminUrl: string;
  readonly adminSecret: string;
  /** Whom the client-credentials grant serves. */
  readonly script: ScriptClient;
  stop(): Promise<void>;
}

/** Where the admin interface of a running issuer is, for commands beside it. */
export const adminFile = (dataDir: string): string => path.join(dataDir, 'identity/admin.json');

/** A small issuer with accounts of its own, for machines where no Keycloak runs. */
export async function startIdentity({ origin, dataDir, smtpUrl }: IdentityOptions): Promise<Identity> {
  refuseProduction('El proveedor de identidad incluido', 'OIDC_ISSUER');
  const folder = path.join(dataDir, 'identity');
  const note = notesIn(path.join(dataDir, 'logs/identity.log'));
  const accounts = new Accounts(path.join(folder, 'accounts.json'));
  const keys = identityKeys(path.join(folder, 'keys.json'));
  const store = new SignInStore(path.join(folder, 'sign-ins.json'));
  const recovery = new Recovery(accounts, smtpUrl, note);
  const script = scriptClient(path.join(folder, 'script.json'));
  const provider = issuerFor({ origin, accounts, keys, script, store, note });
  const signIn = new SignIn(provider, accounts, recovery, store);
  const pages = await serve(issuerServer(provider, signIn, note));

  const adminSecret = newSecret();
  const tokenFor = (email: string, age: number) => tokenOf(accounts.byEmail(email), { keys, origin, age });
  const admin = await serve(new Admin({ accounts, store, tokenFor, programs: [script.clientId] }, adminSecret).answer);
  writePrivate(adminFile(dataDir), JSON.stringify({ url: admin.url, secret: adminSecret }));
  const stop = async () => {
    await Promise.all([pages.stop(), admin.stop()]);
    recovery.close();
    store.close();
  };
  return { url: pages.url, adminUrl: admin.url, adminSecret, script, stop };
}

function notesIn(file: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  return (what: string, error: unknown) => {
    appendFileSync(
      file,
      `${new Date().toISOString()} ${what} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  };
}

interface Signing {
  readonly keys: IdentityKeys;
  readonly origin: string;
  /** Seconds since the sign-in. */
  readonly age: number;
}

function tokenOf(account: Account | null, { keys, origin, age }: Signing): string | null {
  if (!account || account.disabled) return null;
  const now = Math.floor(Date.now() / 1000);
  return signToken(keys, {
    iss: origin + realm,
    aud: audience,
    sub: account.subject,
    client_id: clientId,
    scope: 'api',
    jti: randomUUID(),
    iat: now,
    exp: now + tokenSeconds,
    acr: account.secondFactor ? '2' : '1',
    auth_time: now - age,
    ...personClaims(account),
  });
}

const security = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function issuerServer(provider: Provider, signIn: SignIn, note: (what: string, error: unknown) => void) {
  const protocol = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(security)) response.setHeader(name, value);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.get(pathname.slice(realm.length));
    try {
      if (!pathname.startsWith(`${realm}/`)) return send(response, 404, 'text/plain', 'not found');
      if (asset) return send(response, 200, asset.type, asset.body);
      if (SignIn.owns(pathname)) return await signIn.answer(request, response);
      Object.assign(request, { originalUrl: request.url, url: (request.url ?? '').slice(realm.length) });
      await protocol(request, response);
    } catch (error) {
      note('page', error);
      const lang = languageOf(request.headers['accept-language']);
      if (!response.headersSent) send(response, 500, 'text/html', dead(lang, 'brokenTitle', 'broken'));
    }
  };
}
