import type { Log } from '@alianza/platform/run/service-definition';
import type { IdentityDirectory } from './identity-directory.js';

/** A provider that keeps its accounts itself: who is invited signs in with the one they have there, and whoever runs it does the rest by hand. */
export class OutsideDirectory implements IdentityDirectory {
  readonly elsewhere = true;

  constructor(private readonly log: Log) {}

  ensureAccount(): Promise<void> {
    return this.leave('ensure-account');
  }

  disable(subject: string): Promise<void> {
    return this.leave('disable', subject);
  }

  enable(subject: string): Promise<void> {
    return this.leave('enable', subject);
  }

  endSessions(subject: string): Promise<void> {
    return this.leave('end-sessions', subject);
  }

  resetSecondFactor(subject: string): Promise<void> {
    return this.leave('reset-second-factor', subject);
  }

  endSession(subject: string): Promise<void> {
    return this.leave('end-session', subject);
  }

  async changeAddress(subject: string): Promise<'elsewhere'> {
    await this.leave('change-address', subject);
    return 'elsewhere'; // one signs in as before
  }

  deleteAccount(subject: string): Promise<void> {
    return this.leave('delete-account', subject);
  }

  account(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  madeAt(): Promise<null> {
    return Promise.resolve(null);
  }

  restoreAccount(): Promise<never> {
    return Promise.reject(new Error('accounts are kept by a provider elsewhere'));
  }

  private leave(command: string, subject?: string): Promise<void> {
    this.log.info({ command, subject }, 'accounts are kept by a provider elsewhere: nothing is asked of it');
    return Promise.resolve();
  }
}
