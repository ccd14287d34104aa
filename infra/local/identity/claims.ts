import type { Account } from './accounts/accounts.js';

export const realm = '/realms/alianza';
/** Keycloak's place for the protocol, which keycloak-js expects. */
export const protocol = '/protocol/openid-connect';
/** What access tokens are for, whoever issues them; the gateway expects it. */
export const audience = 'alianza-api';
/** The same as oidc-provider names it, which takes only an absolute URI (RFC 8707). */
export const resource = 'urn:alianza:api';
export const clientId = 'portal';
export const tokenSeconds = 300;

/** What a token says of a person: who, never what they may do. */
export const personClaims = ({ email, name }: Account) => ({ email, email_verified: true, ...(name === null ? {} : { name }) });
