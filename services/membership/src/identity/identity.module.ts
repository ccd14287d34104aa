import { Module } from '@nestjs/common';
import { CONFIG, LOG, type Log } from '@alianza/platform/run/service-definition';
import type { MembershipConfig } from '../config.js';
import { EmbeddedDirectory } from './embedded.directory.js';
import { IDENTITY, type IdentityDirectory } from './identity-directory.js';
import { KeycloakDirectory } from './keycloak.directory.js';
import { OutsideDirectory } from './outside.directory.js';
import { outsideTransactions } from './outside-transactions.js';
import { UntakenAccounts } from './untaken-accounts.service.js';

type Embedded = 'IDENTITY_ADMIN_URL' | 'IDENTITY_ADMIN_SECRET';
type Keycloak = 'KEYCLOAK_URL' | 'KEYCLOAK_CLIENT_ID' | 'KEYCLOAK_CLIENT_SECRET';
type Administration = Pick<MembershipConfig, Embedded | Keycloak>;

/** One of a pair alone is a mistake: accounts would silently not be made. */
function isGiven(names: string, address: string | undefined, key: string | undefined): address is string {
  if ((address === undefined) !== (key === undefined)) throw new Error(`configuration: ${names} are given together or not at all`);
  return address !== undefined;
}

export const directoryFor = (config: Administration, log: Log): IdentityDirectory => outsideTransactions(configured(config, log));

function configured(config: Administration, log: Log): IdentityDirectory {
  const { IDENTITY_ADMIN_URL: url, IDENTITY_ADMIN_SECRET: secret = '' } = config;
  const { KEYCLOAK_URL: keycloak, KEYCLOAK_CLIENT_ID: clientId, KEYCLOAK_CLIENT_SECRET: clientSecret = '' } = config;
  const isEmbedded = isGiven('IDENTITY_ADMIN_URL and IDENTITY_ADMIN_SECRET', url, config.IDENTITY_ADMIN_SECRET);
  const isKeycloak = isGiven('KEYCLOAK_URL and KEYCLOAK_CLIENT_SECRET', keycloak, config.KEYCLOAK_CLIENT_SECRET);
  if (isEmbedded && isKeycloak) throw new Error('configuration: IDENTITY_ADMIN_URL and KEYCLOAK_URL name two providers; there is one');
  if (isEmbedded) return new EmbeddedDirectory(url, secret);
  if (isKeycloak) return new KeycloakDirectory({ url: keycloak, clientId, clientSecret });
  return new OutsideDirectory(log);
}

@Module({
  providers: [{ provide: IDENTITY, useFactory: directoryFor, inject: [CONFIG, LOG] }, UntakenAccounts],
  exports: [IDENTITY, UntakenAccounts],
})
export class IdentityModule {}
