import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../data/days.js';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { subjectsOf, tellWhatHolds } from '../identity/telling.js';
import { LinksService } from '../links/links.service.js';
import { Person } from '../people/person.entity.js';
import { AddressChange, type Outcome } from './address-change.entity.js';

export const addressesQueue = 'addresses';
export const addressesPurgeQueue = 'addresses-purge';

/** What the provider is to know: with which address the accounts of a person sign in. */
interface Held {
  readonly email: string;
  readonly subjects: readonly string[];
}

/** Tells the provider with which address somebody signs in from now on; while it is away, later. Forgets what was asked and told. */
@Injectable()
export class AddressJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly links: LinksService,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ id: string }>(addressesQueue, (change) => this.follow(change));
    await this.jobs.workAt('37 9 * * *', addressesPurgeQueue, () => this.purge());
  }

  /** Takes part in the transaction at hand. */
  async enqueue({ id }: AddressChange): Promise<void> {
    await this.jobs.enqueue(this.em, addressesQueue, id, { id });
  }

  /** Also of changes whose link nobody followed: counted for a day, then of no use. */
  async purge(): Promise<void> {
    const due = await inNetwork(this.em, { networkId: null, readOnly: true }, async (em) =>
      em.find(AddressChange, { askedAt: { $lt: after(await this.clock.now(em), -retention.addressChangeDays) } }),
    );
    const ids = (changes: readonly AddressChange[]) => changes.map(({ id }) => id);
    for (const [networkId, changes] of Map.groupBy(due, (change) => change.networkId))
      await inNetwork(this.em, { networkId }, () => this.links.forget(networkId, ids(changes)));
    await inNetwork(this.em, { networkId: null }, (em) => em.nativeDelete(AddressChange, { id: ids(due) }));
  }

  /** By what holds when it runs: an address that was itself replaced meanwhile is not told any more. */
  private async follow({ id }: { id: string }): Promise<void> {
    const personId = await this.reading(async (em) => {
      const change = await em.findOne(AddressChange, { id });
      if (!change?.confirmedAt || change.outcome) return null;
      return (await em.count(Person, { id: change.personId, email: change.email })) > 0 ? change.personId : null;
    });
    if (personId === null) return;
    const told = await tellWhatHolds(
      () => this.held(personId),
      (held) => this.tell(held),
    );
    if (told) await this.settle(personId, told[0].email, told[1]);
  }

  /** Null where nobody is known any more. */
  private held(personId: string): Promise<Held | null> {
    return this.reading(async (em) => {
      const person = await em.findOne(Person, { id: personId, erasedAt: null });
      return person && { email: person.email, subjects: await subjectsOf(em, personId) };
    });
  }

  private async tell({ email, subjects }: Held): Promise<Outcome> {
    const answers: string[] = [];
    for (const subject of subjects) answers.push(await this.identity.changeAddress(subject, email));
    if (answers.includes('elsewhere')) return 'elsewhere';
    return answers.includes('taken') ? 'kept' : 'followed';
  }

  private settle(personId: string, email: string, outcome: Outcome): Promise<void> {
    return inNetwork(this.em, { networkId: null }, async (em) => {
      await oneAtATime(em, 'accounts of', personId);
      for (const change of await em.find(AddressChange, { personId, email, confirmedAt: { $ne: null }, outcome: null }))
        change.settle(outcome);
    });
  }

  private reading<T>(read: (em: SqlEntityManager) => Promise<T>): Promise<T> {
    return inNetwork(this.em, { networkId: null, readOnly: true }, read);
  }
}
