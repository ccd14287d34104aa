import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Relay } from '@alianza/platform/events/relay';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import { IDENTITY, type IdentityDirectory } from '../../identity/identity-directory.js';
import { subjectsOf } from '../../identity/telling.js';
import { AddressChange } from '../../account/address-change.entity.js';
import { Account } from '../../people/account.entity.js';
import { Person } from '../../people/person.entity.js';
import { Erasure } from './erasure.entity.js';
import { ErasingService } from './erasing.service.js';

export const erasuresQueue = 'erasures';
export const closingQueue = 'accounts-closing';

interface Erased {
  readonly personId: string;
  /** Accounts at an address of theirs, by their subject. */
  readonly invited?: readonly string[];
}

/** Forgets whose week is over, hour by hour; then the account at the provider, and the binding to it last, so that a try that failed is made again. */
@Injectable()
export class ErasureJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly relay: Relay,
    private readonly erasing: ErasingService,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('19 * * * *', erasuresQueue, () => this.run());
    await this.jobs.work<Erased>(closingQueue, (erased) => this.close(erased));
  }

  /** One who cannot be forgotten keeps nobody else from being. */
  async run(): Promise<void> {
    const due = await inNetwork(this.em, { networkId: null, readOnly: true }, async (em) =>
      em.find(Erasure, { dueAt: { $lte: await this.clock.now(em) }, withdrawnAt: null, doneAt: null }, { orderBy: { dueAt: 'asc' } }),
    );
    const failures: unknown[] = [];
    for (const erasure of due) await this.erase(erasure).catch((error: unknown) => failures.push(error));
    this.relay.wake();
    for (const error of failures) this.log.error({ error }, 'somebody could not be forgotten');
    if (failures.length > 0) throw new Error(`${String(failures.length)} people could not be forgotten`);
  }

  private async erase(erasure: Erasure): Promise<void> {
    const mailed = await this.erasing.mailed(erasure);
    const invited = await this.accountsAt(erasure);
    await inNetwork(this.em, { networkId: null, timeout: 60_000 }, async (em) => {
      const personId = await this.erasing.erase(erasure.id, mailed);
      if (personId !== null) await this.jobs.enqueue(em, closingQueue, personId, { personId, invited } satisfies Erased);
    });
  }

  /** Also those made for who was invited at an address of theirs, which nobody knows any more after the act. */
  private async accountsAt({ personId }: Erasure): Promise<string[]> {
    const emails = await inNetwork(this.em, { networkId: null, readOnly: true }, async (em) => {
      const { email } = await em.findOneOrFail(Person, { id: personId });
      return [email, ...(await em.find(AddressChange, { personId })).flatMap(({ former }) => former ?? [])];
    });
    const found = await Promise.all(emails.map((email) => this.identity.accountAt(email)));
    return found.filter((subject) => subject !== null);
  }

  /** Also what was bound meanwhile: nothing of them is left anywhere. */
  private async close({ personId, invited = [] }: Erased): Promise<void> {
    const known = () => inNetwork(this.em, { networkId: null, readOnly: true }, (em) => subjectsOf(em, personId));
    for (let left = await known(); left.length > 0; left = await known()) {
      for (const subject of left) await this.identity.deleteAccount(subject);
      await inNetwork(this.em, { networkId: null }, (em) => em.nativeDelete(Account, { personId, subject: left }));
    }
    for (const subject of invited) if (!(await this.isBound(subject))) await this.identity.deleteAccount(subject);
  }

  private isBound(subject: string): Promise<boolean> {
    return inNetwork(this.em, { networkId: null, readOnly: true }, async (em) => (await em.count(Account, { subject })) > 0);
  }
}
