import Keycloak from 'keycloak-js';
import { Problem } from '../api/problem.js';

interface SignInOptions {
  /** Prefills the address at the provider. */
  readonly email?: string;
  readonly lang: string;
  readonly secondFactor?: boolean;
  /** Though signed in: the same account shows anew who it is, as well as it did. */
  readonly again?: boolean;
}

/** Who proves whose account this is. Membership alone says what the account may do. */
export interface Auth {
  readonly signedIn: boolean;
  /** Nobody can be asked whether somebody is signed in: the provider does not answer. */
  readonly away: boolean;
  /**
   * A token that is good now; null for a visitor. Leaves for the provider when that says that the session is over;
   * while nobody can renew it, fails as any question does that nobody answers.
   */
  token(): Promise<string | null>;
  /** Leaves for the provider and comes back to this very page. */
  signIn(options: SignInOptions): Promise<void>;
  /** The provider's page for another password, which leads back to this very page. */
  changePassword(lang: string): Promise<void>;
  /** The provider's name for the account; null for a visitor. */
  readonly subject: string | null;
  /** The provider's name for this session; null where it tells none. */
  readonly sessionId: string | null;
  signOut(returnTo: string): Promise<void>;
}

/** Milliseconds for which the provider is waited for: its frame, its answer, and one who is away for a moment. */
const patience = 5000;

const here = () => location.href.split('#')[0] ?? location.href;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Ends with a token that is good now, or with none where the provider refused, as it does after two answers in a row that were lost on the way. */
async function renew(keycloak: Keycloak): Promise<void> {
  const end = performance.now() + patience;
  for (let wait = 500; ; wait *= 2) {
    await Promise.race([keycloak.updateToken(30).catch(() => undefined), pause(patience)]);
    if (!keycloak.authenticated || !keycloak.isTokenExpired(2)) return; // of all failures, a refusal alone takes the tokens away
    if (performance.now() + wait > end) throw new Problem(0, { code: 'unreachable' });
    await pause(wait);
  }
}

/** Finds out silently whether somebody is signed in already. */
export async function startAuth(lang: string): Promise<Auth> {
  const keycloak = new Keycloak({ url: location.origin, realm: 'alianza', clientId: 'portal' });
  const signedIn = await keycloak.init({
    onLoad: 'check-sso',
    silentCheckSsoRedirectUri: `${location.origin}/silent-check-sso.html`,
    checkLoginIframe: false,
    pkceMethod: 'S256',
    messageReceiveTimeout: patience,
  });
  const signIn = ({ email, lang: locale, secondFactor, again: anew }: SignInOptions) => {
    const { email: own, acr } = (anew && keycloak.tokenParsed) || {};
    return keycloak.login({
      redirectUri: here(),
      loginHint: email ?? (typeof own === 'string' ? own : undefined),
      locale,
      ...(anew ? { prompt: 'login' as const } : {}),
      ...(secondFactor || acr === '2' ? { acr: { values: ['2'], essential: true } } : {}),
    });
  };
  let leaving: Promise<unknown> | null = null;
  const token = async () => {
    if (!signedIn) return null;
    if (keycloak.authenticated) await renew(keycloak);
    if (keycloak.token !== undefined) return keycloak.token;
    leaving ??= Promise.race([signIn({ lang }), pause(patience)]).finally(() => (leaving = null));
    await leaving;
    throw new Problem(401, { code: 'unauthenticated' }); // whoever is asked whether to leave may stay
  };
  const changePassword = (locale: string) => keycloak.login({ redirectUri: here(), action: 'UPDATE_PASSWORD', locale });
  return {
    signedIn,
    away: false,
    token,
    signIn,
    changePassword,
    subject: keycloak.subject ?? null,
    sessionId: keycloak.sessionId ?? null,
    signOut: (returnTo) => keycloak.logout({ redirectUri: location.origin + returnTo }),
  };
}

const again = () => Promise.resolve(location.reload());

/** In the provider's absence: a visitor, whose way in is to try once more. */
export const awayAuth: Auth = {
  signedIn: false,
  away: true,
  token: () => Promise.resolve(null),
  signIn: again,
  changePassword: again,
  subject: null,
  sessionId: null,
  signOut: again,
};
