import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { oneAtATime } from '../data/one-at-a-time.queries.js';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { Account } from './account.entity.js';
import { Person } from './person.entity.js';

export const accountsQueue = 'accounts';

interface Changed {
  personId: string;
}

/** Keeps the provider's accounts as membership has decided; while the provider is away, later. */
@Injectable()
export class AccountJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Changed>(accountsQueue, (changed) => this.settle(changed));
  }

  /** Takes part in the transaction at hand. A job for each decision: one that comes while another runs must not be dropped. */
  async enqueue({ id, version }: Person): Promise<void> {
    await this.jobs.enqueue(this.em, accountsQueue, `${id} ${String(version)}`, { personId: id } satisfies Changed);
  }

  /** One after another for a person, each by what holds then: whichever comes last leaves what was decided last. */
  private settle({ personId }: Changed): Promise<void> {
    return inNetwork(this.em, { networkId: null }, async (em) => {
      await oneAtATime(em, 'accounts of', personId);
      const person = await em.findOne(Person, { id: personId });
      if (person) await this.apply(em, person);
    });
  }

  private async apply(em: SqlEntityManager, { id: personId, disabledAt }: Person): Promise<void> {
    for (const { subject } of await em.find(Account, { personId })) {
      if (!disabledAt) await this.identity.enable(subject);
      else {
        await this.identity.disable(subject);
        await this.identity.endSessions(subject);
      }
    }
  }
}
