import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { IDENTITY, type IdentityDirectory } from '../../identity/identity-directory.js';
import { subjectsOf } from '../../identity/telling.js';
import { UntakenAccounts } from '../../identity/untaken-accounts.service.js';
import { Account } from '../../people/account.entity.js';
import { Erasure } from './erasure.entity.js';

export const closingQueue = 'accounts-closing';

interface Erased {
  readonly personId: string;
}

/** Closes at the provider what whoever was forgotten had there; the binding to it and the addresses go last, so that a try that failed is made again. */
@Injectable()
export class AccountsClosing implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    private readonly untaken: UntakenAccounts,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Erased>(closingQueue, (erased) => this.close(erased));
  }

  /** For as long as it takes: a provider that is away for days delays the closing alone. */
  async enqueueLeft(): Promise<void> {
    await inNetwork(this.em, { networkId: null }, async (em) => {
      const left = await em.find(Erasure, { closing: { $ne: null } });
      for (const { personId } of left) await this.enqueue(em, personId);
    });
  }

  /** Takes part in the transaction at hand. */
  async enqueue(em: SqlEntityManager, personId: string): Promise<void> {
    await this.jobs.enqueue(em, closingQueue, personId, { personId } satisfies Erased);
  }

  /** Also what was bound meanwhile, and what was made for who was invited at an address of theirs: nothing of them is left anywhere. */
  private async close({ personId }: Erased): Promise<void> {
    const known = () => inNetwork(this.em, { networkId: null, readOnly: true }, (em) => subjectsOf(em, personId));
    for (let left = await known(); left.length > 0; left = await known()) {
      for (const subject of left) await this.identity.deleteAccount(subject);
      await inNetwork(this.em, { networkId: null }, (em) => em.nativeDelete(Account, { personId, subject: left }));
    }
    const closing = { personId, closing: { $ne: null } };
    const done = await inNetwork(this.em, { networkId: null, readOnly: true }, (em) => em.find(Erasure, closing));
    for (const email of done.flatMap((erasure) => erasure.closing ?? [])) await this.untaken.close(email);
    await inNetwork(this.em, { networkId: null }, async (em) => {
      for (const erasure of await em.find(Erasure, closing)) erasure.closed();
    });
  }
}
