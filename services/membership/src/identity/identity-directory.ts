/** What membership asks of whoever keeps the accounts; injected under this name. Commands bear being repeated. */
export const IDENTITY = Symbol('identity directory');

/** Where an account is signed in. */
export interface ProviderSession {
  readonly id: string;
  /** ISO UTC. */
  readonly startedAt: string;
  readonly seenAt: string;
}

export interface ProviderAccount {
  readonly enabled: boolean;
  readonly sessions: readonly ProviderSession[];
}

export interface RestoredAccount {
  readonly subject: string;
  /** There was none. */
  readonly made: boolean;
}

/** Accounts by their subject at the one provider. An account that is not there any more cannot sign in: nothing is left to do, and nothing is said. */
export interface IdentityDirectory {
  /** Whether a provider keeps its accounts itself, so that nothing is asked of it. */
  readonly elsewhere: boolean;
  /** Makes an account for the address, or does nothing; never says which. */
  ensureAccount(email: string): Promise<void>;
  /** No sign-in any more, and no renewal of what was signed in. */
  disable(subject: string): Promise<void>;
  /** Lets sign in again. */
  enable(subject: string): Promise<void>;
  /** Signs the account out everywhere. */
  endSessions(subject: string): Promise<void>;
  /** Signs it out in one place. */
  endSession(subject: string, session: string): Promise<void>;
  /**
   * Signs in with another address from now on, which its owner has proved to read; `taken` where another account has it, and `elsewhere` where the provider keeps its accounts itself: then
   * nothing changes. */
  changeAddress(subject: string, email: string): Promise<'changed' | 'taken' | 'elsewhere'>;
  /** Leaves nothing of it there. */
  deleteAccount(subject: string): Promise<void>;
  /** As it stands there; null where there is none, undefined where the provider is not asked. */
  account(subject: string): Promise<ProviderAccount | null | undefined>;
  /** Which account has the address, where it was made here and not by whoever runs the provider; else null, as where that is not asked. */
  madeAt(email: string): Promise<string | null>;
  /** The account for the address, made where there is none: for mending alone, since nobody else may learn it. */
  restoreAccount(email: string): Promise<RestoredAccount>;
  /** The next sign-in registers a new second factor. */
  resetSecondFactor(subject: string): Promise<void>;
}
