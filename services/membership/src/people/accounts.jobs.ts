import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { subjectsOf, tellStanding } from '../identity/telling.js';
import { Account } from './account.entity.js';
import { Person } from './person.entity.js';

export const accountsQueue = 'accounts';
/** Of their own: an older replica, which takes what is of all queues it knows, would tell the account's standing and be done. */
export const accountSessionsQueue = 'accounts-sessions';

/** Milliseconds by which the provider's clock may be ahead of the database's. */
const skew = 5000;

/** Sessions that their own account closes: all that had begun by then but one. */
interface Closing {
  readonly personId: string;
  readonly subject: string;
  readonly keep: string | null;
  /** ISO UTC. */
  readonly asked: string;
}

interface Changed {
  personId: string;
  /** The second factor of this account was lost, and nothing else was decided. */
  lost?: { subject: string; forgotten: boolean };
}

/** Keeps the provider's accounts as membership has decided, in no transaction while it is asked; while it is away, later. */
@Injectable()
export class AccountJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Changed>(accountsQueue, (changed) => this.settle(changed));
    await this.jobs.work<Closing>(accountSessionsQueue, (closing) => this.close(closing));
  }

  /** Takes part in the transaction at hand. A job for each decision: one that comes while another runs must not be dropped. */
  async enqueue({ id, version }: Person): Promise<void> {
    await this.jobs.enqueue(this.em, accountsQueue, `${id} ${String(version)}`, { personId: id } satisfies Changed);
  }

  /** The same; `id` names the decision. */
  async forgetFactor(personId: string, id: string): Promise<void> {
    for (const subject of await subjectsOf(this.em, personId)) {
      const lost = { subject, forgotten: false };
      await this.jobs.enqueue(this.em, accountsQueue, `${id} ${subject}`, { personId, lost } satisfies Changed);
    }
  }

  /** The same. */
  async closeSessions(closing: Closing): Promise<void> {
    await this.jobs.enqueue(this.em, accountSessionsQueue, newId(), closing);
  }

  private async settle({ personId, lost }: Changed): Promise<void> {
    if (lost) return this.forget(personId, lost);
    return tellStanding(this.em, this.identity, personId);
  }

  /**
   * First the factor: whoever has it still and is signed out comes in no more. What follows is a job of its own: tried again, it leaves the factor
   * that was registered meanwhile.
   */
  private async forget(personId: string, { subject, forgotten }: NonNullable<Changed['lost']>): Promise<void> {
    if (!(await this.isOf(personId, subject))) return;
    if (forgotten) return this.identity.endSessions(subject);
    await this.identity.resetSecondFactor(subject);
    const next: Changed = { personId, lost: { subject, forgotten: true } };
    await inNetwork(this.em, { networkId: null }, (em) => this.jobs.enqueue(em, accountsQueue, newId(), next));
  }

  /** However late: who has signed in since stays so. */
  private async close({ personId, subject, keep, asked }: Closing): Promise<void> {
    if (!(await this.isOf(personId, subject))) return;
    const last = Date.parse(asked) + skew;
    const { sessions } = (await this.identity.account(subject)) ?? { sessions: [] };
    const begun = sessions.filter(({ id, startedAt }) => id !== keep && Date.parse(startedAt) <= last);
    await Promise.all(begun.map(({ id }) => this.identity.endSession(subject, id)));
  }

  private isOf(personId: string, subject: string): Promise<boolean> {
    const find = async (em: Pick<EntityManager, 'count'>) => (await em.count(Account, { personId, subject })) > 0;
    return inNetwork(this.em, { networkId: null, readOnly: true }, find);
  }
}
