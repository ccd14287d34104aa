import { randomBytes } from 'node:crypto';
import Provider, { interactionPolicy, type ClientMetadata, type Configuration } from 'oidc-provider';
import type { Accounts } from './accounts/accounts.js';
import { Html } from '../pages/html.js';
import { audience, clientId, personClaims, protocol, realm, resource, tokenSeconds } from './claims.js';
import type { IdentityKeys, ScriptClient } from './keys.js';
import { asksNewPassword, hasAnswered } from './account-action.js';
import { asksLevel2 } from './level.js';
import { dead, leavePage } from './pages/pages.js';
import { languageOf } from './pages/texts.js';
import type { SignInStore } from './store.js';

const day = 8 * 3600;
const scopes = ['openid', 'profile', 'email', 'offline_access'];

export interface ProviderParts {
  readonly origin: string;
  readonly accounts: Accounts;
  readonly keys: IdentityKeys;
  readonly script: ScriptClient;
  readonly store: SignInStore;
  readonly note: (what: string, error: unknown) => void;
}

/** oidc-provider in Keycloak's URL layout, so that keycloak-js runs unchanged against both. */
export function issuerFor(parts: ProviderParts): Provider {
  const issuer = parts.origin + realm;
  const provider = new Provider(issuer, configuration(parts));
  provider.proxy = true; // the gateway passes the original Host
  allowWholeOrigin(provider, parts.origin);
  keepLeavingLanguage(provider);
  // keycloak-js decodes the refresh token, so it must look like a JWT
  const jwtLike = [{ alg: 'none' }, { typ: 'Refresh', iss: issuer }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  Object.assign(provider.RefreshToken.prototype, { generateTokenId: () => `${jwtLike}.${randomBytes(32).toString('base64url')}` });
  provider.on('server_error', (_context, error) => parts.note('issuer', error));
  return provider;
}

function configuration({ origin, accounts, keys, script, store }: ProviderParts): Configuration {
  return {
    adapter: store.adapter,
    jwks: { keys: [keys.signing] },
    clients: [portalAt(origin), programOf(script)],
    routes: {
      authorization: `${protocol}/auth`,
      token: `${protocol}/token`,
      jwks: `${protocol}/certs`,
      userinfo: `${protocol}/userinfo`,
      end_session: `${protocol}/logout`,
    },
    cookies: { keys: [...keys.cookies], long: { sameSite: 'lax' }, short: { sameSite: 'lax' } },
    scopes,
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], acr: null, auth_time: null, sid: null },
    acrValues: ['1', '2'],
    extraParams: ['kc_action'],
    ttl: {
      AccessToken: tokenSeconds,
      IdToken: 3600,
      RefreshToken: day,
      Session: day,
      Interaction: 3600,
      Grant: day,
      AuthorizationCode: 60,
      ClientCredentials: tokenSeconds,
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    findAccount: (_context, subject) => {
      const account = accounts.get(subject);
      if (!account || account.disabled) return undefined;
      return { accountId: subject, claims: () => ({ sub: subject, ...personClaims(account) }) };
    },
    extraTokenClaims: (context, token) => {
      const account = 'accountId' in token && token.accountId ? accounts.get(token.accountId) : null;
      const signIn = context.oidc.entities.AuthorizationCode ?? context.oidc.entities.RefreshToken;
      const session = 'sessionUid' in token && token.sessionUid ? { sid: token.sessionUid } : {};
      return account ? { ...personClaims(account), ...session, acr: signIn?.acr ?? '1', auth_time: signIn?.authTime } : undefined;
    },
    loadExistingGrant: grantAll,
    clientBasedCORS: (_context, asking) => asking === origin, // the portal's own; a browser names it with every token asked for
    interactions: { url: (_context, { uid }) => `${realm}/login/${uid}`, policy: policyWithLevels() },
    features: features(),
    renderError: (context) => {
      context.type = 'html';
      context.body = dead(languageOf(context.get('accept-language')), 'brokenTitle', 'broken');
    },
  };
}

const portalAt = (origin: string): ClientMetadata => ({
  client_id: clientId,
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`${origin}/`],
  post_logout_redirect_uris: [`${origin}/`],
});

/** A token for itself and for nobody else: no sign-in, no renewal. */
const programOf = ({ clientId: client_id, clientSecret: client_secret }: ScriptClient): ClientMetadata => ({
  client_id,
  client_secret,
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
});

/** Consent is asked nowhere: the portal is the only client, and ours. */
const grantAll: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc: { client, session, provider } }) => {
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scopes.join(' '));
  grant.addResourceScope(resource, 'api');
  await grant.save();
  return grant;
};

/** `acr_values=2` asks whoever signed in with a password alone for the second factor too. */
function policyWithLevels() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  const stepUp = new Check('level', 'a second factor is asked for', ({ oidc }) => {
    return asksLevel2(oidc.params ?? {}) && oidc.session?.acr !== '2' ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  // whoever is signed in may ask for a page of the issuer, as Keycloak's account actions are asked for
  const newPassword = new Check('new_password', 'a new password is to be set', ({ oidc }) => {
    const wanted = asksNewPassword(oidc.params ?? {}) && oidc.session?.accountId && !hasAnswered(oidc.result);
    return wanted ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  policy.get('login')?.checks.add(stepUp);
  policy.get('login')?.checks.add(newPassword);
  return policy;
}

function features(): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    claimsParameter: { enabled: true },
    clientCredentials: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = leavePage(languageOf(context.oidc.params?.ui_locales, context.get('accept-language')), new Html(form));
      },
      // where nobody said to which page to go back
      postLogoutSuccessSource: (context) => {
        context.body = dead(languageOf(context.cookies.get(leavingLanguage), context.get('accept-language')), 'leftTitle', 'left');
      },
    },
    // without a resource, access tokens would be opaque
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'api',
        audience,
        accessTokenTTL: tokenSeconds,
        accessTokenFormat: 'jwt' as const,
        jwt: { sign: { alg: 'RS256' as const } },
      }),
    },
  };
}

/** keycloak-js comes back to the page it left from, whichever it was; never to another origin. */
function allowWholeOrigin(provider: Provider, origin: string) {
  const within = (address: string) => URL.canParse(address) && new URL(address).origin === origin;
  Object.assign(provider.Client.prototype, { redirectUriAllowed: within, postLogoutRedirectUriAllowed: within });
}

const leavingLanguage = 'leaving_language';

/** Whoever signs out is asked in one language and told in the same, though what they asked for is dropped between the two pages. */
function keepLeavingLanguage(provider: Provider) {
  provider.use(async (context, next) => {
    await next();
    const { route, params } = (context.oidc ?? {}) as { route?: string; params?: Record<string, unknown> };
    if (route !== 'end_session') return;
    const lang = languageOf(params?.ui_locales, context.get('accept-language'));
    context.cookies.set(leavingLanguage, lang, { path: `${realm}${protocol}/logout`, maxAge: 600_000, sameSite: 'lax' });
  });
}
