import { Browser, type Tokens } from '@alianza/local/identity/spec-browser';
import { KeycloakDirectory } from '@alianza/membership/identity/keycloak.directory';
import type { Provider, SignedIn } from '../identity/directory-contract.js';
import type { Keycloak } from './server.js';
import { choosePassword, enter, Telephone } from './sign-in.js';

const clientId = 'alianza-directory';

/** Keycloak as its people see it, under the origin that leads to it. */
export function keycloakProvider({ url, directorySecret: clientSecret }: Keycloak, origin: string, mailbox: string): Provider {
  const telephones = new Map<string, Telephone>();
  const signedIn = async (visitor: Browser, tokens: Promise<Tokens>): Promise<SignedIn> => {
    const { claims } = await tokens;
    const renew = async () => Number((await visitor.refresh()).claims.auth_time);
    return { subject: String(claims.sub), at: Number(claims.auth_time), renew };
  };
  return {
    directory: new KeycloakDirectory({ url, clientId, clientSecret }),
    away: new KeycloakDirectory({ url: 'http://127.0.0.1:9', clientId, clientSecret }),
    setPassword: (email) => {
      const visitor = new Browser(origin);
      return signedIn(visitor, choosePassword(visitor, mailbox, email));
    },
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
