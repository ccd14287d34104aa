/** What membership asks of whoever keeps the accounts; injected under this name. Commands bear being repeated. */
export const IDENTITY = Symbol('identity directory');

/** Accounts by their subject at the one provider. An account that is not there any more cannot sign in: nothing is left to do, and nothing is said. */
export interface IdentityDirectory {
  /** Makes an account for the address, or does nothing; never says which. */
  ensureAccount(email: string): Promise<void>;
  /** No sign-in any more, and no renewal of what was signed in. */
  disable(subject: string): Promise<void>;
  /** Lets sign in again. */
  enable(subject: string): Promise<void>;
  /** Signs the account out everywhere. */
  endSessions(subject: string): Promise<void>;
  /** The next sign-in registers a new second factor. */
  resetSecondFactor(subject: string): Promise<void>;
}
