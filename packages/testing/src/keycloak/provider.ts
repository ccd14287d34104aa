import { Browser, type Tokens } from '@alianza/local/identity/spec-browser';
import { KeycloakDirectory } from '@alianza/membership/identity/keycloak.directory';
import type { Provider, SignedIn } from '../identity/directory-contract.js';
import type { Keycloak } from './server.js';
import { choosePassword, enter, Telephone } from './sign-in.js';

const clientId = 'alianza-directory';

/** As its own administration does. */
async function makeByHand({ url, clientSecret }: { readonly url: string; readonly clientSecret: string }, email: string): Promise<void> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  const answer = await fetch(`${url}/realms/alianza/protocol/openid-connect/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const made = await fetch(`${url}/admin/realms/alianza/users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ username: email.toLowerCase(), email, enabled: true }),
  });
  if (made.status !== 201) throw new Error(`no account was made: ${String(made.status)}`);
}

/** Keycloak as its people see it, under the origin that leads to it. */
export function keycloakProvider({ url, directorySecret: clientSecret }: Keycloak, origin: string, mailbox: string): Provider {
  const telephones = new Map<string, Telephone>();
  const signedIn = async (visitor: Browser, tokens: Promise<Tokens>): Promise<SignedIn> => {
    const { claims } = await tokens;
    const renew = async (by?: string) => Number((await visitor.refresh(by)).claims.auth_time);
    return { subject: String(claims.sub), at: Number(claims.auth_time), refreshToken: () => visitor.refreshToken, renew };
  };
  return {
    directory: new KeycloakDirectory({ url, clientId, clientSecret }),
    away: new KeycloakDirectory({ url: 'http://127.0.0.1:9', clientId, clientSecret }),
    setPassword: (email) => {
      const visitor = new Browser(origin);
      return signedIn(visitor, choosePassword(visitor, mailbox, email));
    },
    makeByHand: (email) => makeByHand({ url, clientSecret }, email),
    signIn: (email) => {
      const visitor = new Browser(origin);
      return signedIn(visitor, enter(visitor, email));
    },
    signInWithCode: async (email) => {
      const telephone = telephones.get(email) ?? new Telephone();
      telephones.set(email, telephone);
      const { claims } = await enter(new Browser(origin), email, telephone);
      if (claims.acr !== '2') throw new Error('signed in without the second factor');
      return telephone.registered ?? '';
    },
  };
}
