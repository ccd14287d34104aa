import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { MembershipConfig } from '../config.js';
import type { IdentityDirectory } from './identity-directory.js';

/** Milliseconds. */
const patience = 5000;

/** The issuer that `npm start` embeds, by its own small administration. */
@Injectable()
export class EmbeddedDirectory implements IdentityDirectory {
  constructor(@Inject(CONFIG) private readonly config: MembershipConfig) {}

  ensureAccount(email: string): Promise<void> {
    return this.command('accounts', { email });
  }

  disable(subject: string): Promise<void> {
    return this.command('accounts/disable', { subject });
  }

  endSessions(subject: string): Promise<void> {
    return this.command('sessions/end', { subject });
  }

  resetSecondFactor(subject: string): Promise<void> {
    return this.command('second-factor/reset', { subject });
  }

  private async command(path: string, body: object): Promise<void> {
    const { IDENTITY_ADMIN_URL, IDENTITY_ADMIN_SECRET } = this.config;
    const address = new URL(path, IDENTITY_ADMIN_URL.endsWith('/') ? IDENTITY_ADMIN_URL : `${IDENTITY_ADMIN_URL}/`);
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${IDENTITY_ADMIN_SECRET}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the identity provider refused ${path} with ${String(response.status)}`);
  }
}
