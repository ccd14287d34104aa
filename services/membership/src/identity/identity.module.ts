import { Module } from '@nestjs/common';
import { CONFIG, LOG, type Log } from '@alianza/platform/run/service-definition';
import type { MembershipConfig } from '../config.js';
import { EmbeddedDirectory } from './embedded.directory.js';
import { IDENTITY, type IdentityDirectory } from './identity-directory.js';
import { OutsideDirectory } from './outside.directory.js';

type Administration = Pick<MembershipConfig, 'IDENTITY_ADMIN_URL' | 'IDENTITY_ADMIN_SECRET'>;

/** One of the two alone is a mistake: accounts would silently not be made. */
export function directoryFor({ IDENTITY_ADMIN_URL: url, IDENTITY_ADMIN_SECRET: secret }: Administration, log: Log): IdentityDirectory {
  if (url !== undefined && secret !== undefined) return new EmbeddedDirectory(url, secret);
  if (url === undefined && secret === undefined) return new OutsideDirectory(log);
  throw new Error('configuration: IDENTITY_ADMIN_URL and IDENTITY_ADMIN_SECRET are given together or not at all');
}

@Module({ providers: [{ provide: IDENTITY, useFactory: directoryFor, inject: [CONFIG, LOG] }], exports: [IDENTITY] })
export class IdentityModule {}
