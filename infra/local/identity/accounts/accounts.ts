import { randomUUID } from 'node:crypto';
import { readJson, writePrivate } from '../../servers/private-file.js';
import { hashPassword, matchesPassword, type PasswordHash } from './passwords.js';
import { newTotpKey } from './totp.js';

/** Who can sign in. What a person may do is membership's: there are no roles here. */
export interface Account {
  readonly subject: string;
  /** In small letters; unique. */
  readonly email: string;
  readonly name: string | null;
  /** Null until its owner has set one. */
  readonly password: PasswordHash | null;
  readonly disabled: boolean;
  /** Signs in with a code as well as with a password. */
  readonly secondFactor: boolean;
  readonly totpKey: string;
  /** For who was invited. */
  readonly made?: boolean;
}

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly secondFactor: boolean;
  readonly subject: string;
}

export const normalAddress = (email: string): string => email.trim().toLowerCase();

/** Demo people share passwords, and a hash costs 60 ms. */
const demoHashes = new Map<string, Promise<PasswordHash>>();

/** Accounts of the embedded issuer, kept in one file that is replaced as a whole at each change. */
export class Accounts {
  private readonly bySubject = new Map<string, Account>();

  constructor(private readonly file: string) {
    const kept = readJson<{ accounts: Account[] }>(file);
    for (const account of kept?.accounts ?? []) this.bySubject.set(account.subject, account);
  }

  get(subject: string): Account | null {
    return this.bySubject.get(subject) ?? null;
  }

  byEmail(email: string): Account | null {
    const wanted = normalAddress(email);
    return [...this.bySubject.values()].find((account) => account.email === wanted) ?? null;
  }

  /** Creates an account without password, or does nothing; nobody is told which. */
  ensure(email: string, name: string | null): void {
    if (this.byEmail(email)) return;
    this.put({ ...this.blank(randomUUID(), email), name, made: true });
  }

  /** The account when address and password are right and it is not disabled. */
  async check(email: string, password: string): Promise<Account | null> {
    const account = this.byEmail(email);
    const right = await matchesPassword(password, account?.password ?? null);
    return right && account && !account.disabled ? account : null;
  }

  async setPassword(subject: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    this.change(subject, { password: hash });
  }

  /** False where another account has the address; null where this one is not there. */
  readdress(subject: string, email: string): boolean | null {
    const account = this.bySubject.get(subject);
    if (!account) return null;
    const holder = this.byEmail(email);
    if (holder && holder.subject !== subject) return false;
    return this.change(subject, { email: normalAddress(email) });
  }

  remove(subject: string): boolean {
    const was = this.bySubject.delete(subject);
    if (was) this.save();
    return was;
  }

  disable(subject: string): boolean {
    return this.change(subject, { disabled: true });
  }

  enable(subject: string): boolean {
    return this.change(subject, { disabled: false });
  }

  resetSecondFactor(subject: string): boolean {
    return this.change(subject, { totpKey: newTotpKey() });
  }

  /** Demo people as the demo wants them. Who is there already keeps the password: it may have been changed. */
  async loadDemo(people: readonly DemoAccount[]): Promise<void> {
    const fresh = people.filter(({ subject, email }) => !this.bySubject.has(subject) && !this.byEmail(email));
    for (const { password } of fresh) if (!demoHashes.has(password)) demoHashes.set(password, hashPassword(password));
    for (const { subject, email, name, secondFactor, password } of fresh) {
      this.bySubject.set(subject, {
        ...this.blank(subject, email),
        name,
        secondFactor,
        password: (await demoHashes.get(password)) ?? null,
      });
    }
    if (fresh.length > 0) this.save();
  }

  private blank(subject: string, email: string): Account {
    return {
      subject,
      email: normalAddress(email),
      name: null,
      password: null,
      disabled: false,
      secondFactor: false,
      totpKey: newTotpKey(),
    };
  }

  private change(subject: string, changes: Partial<Account>): boolean {
    const account = this.bySubject.get(subject);
    if (account) this.put({ ...account, ...changes });
    return account !== undefined;
  }

  private put(account: Account) {
    this.bySubject.set(account.subject, account);
    this.save();
  }

  private save() {
    writePrivate(this.file, JSON.stringify({ accounts: [...this.bySubject.values()] }, null, 1));
  }
}
