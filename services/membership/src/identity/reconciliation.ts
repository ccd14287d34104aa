import { LockMode, type SqlEntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Account } from '../people/account.entity.js';
import { Person } from '../people/person.entity.js';
import type { IdentityDirectory, ProviderAccount } from './identity-directory.js';
import { tellStanding, tellWhatHolds } from './telling.js';

/** What the provider's account of a person may be, other than membership has decided. */
export type Difference = 'missing' | 'enabled-though-disabled' | 'disabled-though-active' | 'sessions-left' | 'not-deleted';

export interface Finding {
  readonly personId: string;
  readonly subject: string;
  readonly differences: readonly Difference[];
  readonly mended: boolean;
  /** Why it could not be. */
  readonly failure?: string;
}

/** What is decided here of the person of an account. */
interface Decided {
  readonly personId: string;
  readonly email: string;
  readonly disabled: boolean;
  readonly erased: boolean;
}

interface Binding {
  readonly key: Key;
  readonly personId: string;
  readonly email: string;
}

interface Key {
  readonly issuer: string;
  readonly subject: string;
}

export interface Reconciled {
  readonly accounts: number;
  readonly findings: readonly Finding[];
  /** False where the provider keeps its accounts itself and tells nothing of them. */
  readonly told: boolean;
}

/** The rule alone: what is not as it should be. */
export function differencesOf({ disabled, erased }: Pick<Decided, 'disabled' | 'erased'>, found: ProviderAccount | null): Difference[] {
  if (erased) return found === null ? [] : ['not-deleted'];
  if (found === null) return disabled ? [] : ['missing'];
  if (!disabled) return found.enabled ? [] : ['disabled-though-active'];
  return [
    ...(found.enabled ? (['enabled-though-disabled'] as const) : []),
    ...(found.sessions.length > 0 ? (['sessions-left'] as const) : []),
  ];
}

const failureOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Compares account by account, in no transaction while the provider is asked: what is decided anew meanwhile is compared anew. */
export class Reconciliation {
  constructor(
    private readonly em: SqlEntityManager,
    private readonly identity: IdentityDirectory,
    private readonly mends: boolean,
  ) {}

  /** Of everybody, or of one person. */
  async run(personId?: string): Promise<Reconciled> {
    const whose = personId === undefined ? {} : { personId };
    const accounts = await inNetwork(this.em, { networkId: null, readOnly: true }, (em) =>
      em.find(Account, whose, { orderBy: { issuer: 'asc', subject: 'asc' } }),
    );
    const findings: Finding[] = [];
    for (const { issuer, subject } of accounts) {
      const found = await this.compare({ issuer, subject });
      if (found === undefined) return { accounts: accounts.length, findings: [], told: false };
      if (found !== null) findings.push(found);
    }
    return { accounts: accounts.length, findings, told: true };
  }

  /** Null where nothing differs, undefined where the provider does not tell. */
  private async compare(key: Key): Promise<Finding | null | undefined> {
    const compared = await tellWhatHolds(
      () => this.decided(key),
      () => this.identity.account(key.subject),
    );
    if (compared === null) return null; // gone meanwhile
    const [decided, found] = compared;
    if (found === undefined) return undefined;
    const different = differencesOf(decided, found);
    if (different.length === 0) return null;
    const finding = { personId: decided.personId, subject: key.subject, differences: different, mended: this.mends };
    if (!this.mends) return finding;
    return this.mend(key, decided, different).then(
      () => finding,
      (error: unknown) => ({ ...finding, mended: false, failure: failureOf(error) }),
    );
  }

  private decided(key: Key): Promise<Decided | null> {
    return inNetwork(this.em, { networkId: null, readOnly: true }, async (em) => {
      const account = await em.findOne(Account, { ...key });
      const person = account && (await em.findOneOrFail(Person, { id: account.personId }));
      return person && { personId: person.id, email: person.email, disabled: Boolean(person.disabledAt), erased: Boolean(person.erasedAt) };
    });
  }

  private async mend(key: Key, decided: Decided, different: readonly Difference[]): Promise<void> {
    if (different.includes('not-deleted')) await this.remove(key);
    else if (different.includes('missing')) await this.restore(key, decided);
    else await tellStanding(this.em, this.identity, decided.personId);
  }

  private async remove(key: Key): Promise<void> {
    await this.identity.deleteAccount(key.subject);
    await inNetwork(this.em, { networkId: null }, (em) => em.nativeDelete(Account, { ...key }));
  }

  /**
   * A new account at the address that the person confirmed or was invited at; never one that is somebody else's, nor for who was forgotten or has
   * another address meanwhile: what was made for them then is nobody's.
   */
  private async restore(key: Key, { personId, email }: Decided): Promise<void> {
    const { subject, made } = await this.identity.restoreAccount(email);
    const became = await inNetwork(this.em, { networkId: null }, (em) => this.bind(em, { key, personId, email }, subject));
    if (became === 'bound') return tellStanding(this.em, this.identity, personId); // decided anew since it was looked at
    if (made || became === 'forgotten') await this.identity.deleteAccount(subject);
    throw new Error(became === 'forgotten' ? 'the person was forgotten meanwhile' : 'the address was changed meanwhile');
  }

  private async bind(em: SqlEntityManager, { key, personId, email }: Binding, subject: string): Promise<'bound' | 'forgotten' | 'moved'> {
    const [holder, person] = [
      await em.findOne(Account, { issuer: key.issuer, subject }),
      await em.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE }),
    ];
    if (holder && holder.personId !== personId) throw new Error('the account of that address belongs to another person');
    if (person.erasedAt) return 'forgotten';
    if (person.email !== email) return 'moved';
    await em.nativeDelete(Account, { ...key });
    if (!holder) em.persist(em.create(Account, { issuer: key.issuer, subject, personId }));
    await em.flush();
    return 'bound';
  }
}
