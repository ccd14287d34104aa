/** What membership asks of whoever keeps the accounts; injected under this name. Commands bear being repeated. */
export const IDENTITY = Symbol('identity directory');

export interface IdentityDirectory {
  /** Makes an account for the address, or does nothing; never says which. */
  ensureAccount(email: string): Promise<void>;
  /** No sign-in any more. */
  disable(subject: string): Promise<void>;
  /** Signs the account out everywhere. */
  endSessions(subject: string): Promise<void>;
  /** The next sign-in registers a new second factor. */
  resetSecondFactor(subject: string): Promise<void>;
}
