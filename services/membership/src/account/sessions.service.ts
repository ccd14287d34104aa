import { Inject, Injectable } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { listSessions, type endSessions } from '@alianza/contracts/membership/account/account';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { AccountJobs } from '../people/accounts.jobs.js';
import { SessionsElsewhereError } from './account.errors.js';
import { ownPerson } from './own-person.js';

/** Sessions are the provider's: it is asked for them at that moment, and told by a job which of them to close. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly accounts: AccountJobs,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async list(call: Call): Promise<AnswerOf<typeof listSessions>> {
    const subject = await inNetwork(this.em, { networkId: call.network, readOnly: true }, (em) => this.subjectOf(em, call));
    const account = await this.identity.account(subject).catch((error: unknown) => {
      this.log.warn({ error }, 'the identity provider did not answer');
      throw new DomainError(generalErrors.unavailable, { operation: listSessions.id });
    });
    return { items: account === undefined ? null : (account?.sessions ?? []).map((session) => ({ ...session })) };
  }

  /** The session that is named is kept if it is the account's own; whoever names none, or another's, is signed out here too. */
  async end({ keep }: InputOf<typeof endSessions>, call: Call): Promise<object> {
    const subject = await this.subjectOf(this.em, call);
    if (this.identity.elsewhere) throw new SessionsElsewhereError();
    const asked = (await this.clock.now(this.em)).toISOString();
    await this.accounts.closeSessions({ personId: call.personId, subject, keep: keep ?? null, asked });
    return {};
  }

  private async subjectOf(em: SqlEntityManager, call: Call): Promise<string> {
    const { account } = call.principal;
    if (!account) throw new DomainError(generalErrors.unauthenticated);
    await ownPerson(em, call);
    return account.subject;
  }
}
