import Keycloak from 'keycloak-js';

export interface SignInOptions {
  /** Prefills the address at the provider. */
  readonly email?: string;
  readonly lang: string;
  readonly secondFactor?: boolean;
}

/** Who proves whose account this is. Membership alone says what the account may do. */
export interface Auth {
  readonly signedIn: boolean;
  /** A token good for at least half a minute; null for a visitor. Leaves for the provider when the session is over. */
  token(): Promise<string | null>;
  /** Leaves for the provider and comes back to this very page. */
  signIn(options: SignInOptions): Promise<void>;
  signOut(returnTo: string): Promise<void>;
}

const here = () => location.href.split('#')[0] ?? location.href;

/** Finds out silently whether somebody is signed in already. */
export async function startAuth(lang: string): Promise<Auth> {
  const keycloak = new Keycloak({ url: location.origin, realm: 'alianza', clientId: 'portal' });
  const signedIn = await keycloak.init({
    onLoad: 'check-sso',
    silentCheckSsoRedirectUri: `${location.origin}/silent-check-sso.html`,
    checkLoginIframe: false,
    pkceMethod: 'S256',
  });
  const signIn = ({ email, lang: locale, secondFactor }: SignInOptions) =>
    keycloak.login({
      redirectUri: here(),
      loginHint: email,
      locale,
      ...(secondFactor ? { acr: { values: ['2'], essential: true } } : {}),
    });
  const token = async () => {
    if (!keycloak.authenticated) return null;
    await keycloak.updateToken(30).catch(() => signIn({ lang }));
    return keycloak.token ?? null;
  };
  return { signedIn, token, signIn, signOut: (returnTo) => keycloak.logout({ redirectUri: location.origin + returnTo }) };
}
