import type { Account } from './accounts/accounts.js';

export const realm = '/realms/alianza';
/** Keycloak's place for the protocol, which keycloak-js expects. */
export const protocol = '/protocol/openid-connect';
export const audience = 'urn:alianza:api';
export const clientId = 'portal';
export const tokenSeconds = 300;

/** What a token says of a person: who, never what they may do. */
export const personClaims = ({ email, name }: Account) => ({ email, email_verified: true, ...(name === null ? {} : { name }) });
