import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { copyMade } from '@alianza/contracts/membership/account/personal-data';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { record } from '@alianza/platform/events/record';
import { Relay } from '@alianza/platform/events/relay';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { zipOf } from '@alianza/platform/files/zip';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { Readable } from 'node:stream';
import { after } from '../../data/days.js';
import { inNameOf } from '../../account/own-person.js';
import { Person } from '../../people/person.entity.js';
import { archiveOf } from './archive.js';
import { GatheringService } from './gathering.service.js';
import { keyOf, makingDays, PersonalCopy } from './personal-copy.entity.js';

export const copiesQueue = 'personal-copies';
export const copiesPurgeQueue = 'personal-copies-purge';

/** Makes the copies, and forgets them when their days are over. */
@Injectable()
export class CopyJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly gathering: GatheringService,
    private readonly relay: Relay,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ personId: string }>(copiesQueue, (asked) => this.make(asked));
    await this.jobs.workAt('41 * * * *', copiesPurgeQueue, () => this.purge());
  }

  /** Takes part in the transaction at hand. */
  async enqueue({ personId, askedAt }: PersonalCopy): Promise<void> {
    await this.jobs.enqueue(this.em, copiesQueue, `${personId} ${askedAt.toISOString()}`, { personId });
  }

  removeBytes(copy: PersonalCopy): Promise<void> {
    return this.store.remove(keyOf(copy));
  }

  async purge(): Promise<void> {
    const over = await inNetwork(this.em, { networkId: null, readOnly: true }, async (em) => {
      const now = await this.clock.now(em);
      return em.find(PersonalCopy, {
        $or: [{ expiresAt: { $lte: now } }, { expiresAt: null, askedAt: { $lte: after(now, -makingDays) } }],
      });
    });
    for (const { personId } of over) await inNetwork(this.em, { networkId: null }, (em) => this.remove(em, personId));
  }

  /** Bytes first: what fails in between leaves a row that the next purge finds. */
  private async remove(em: SqlEntityManager, personId: string): Promise<void> {
    await oneAtATime(em, 'copy of', personId);
    const copy = await em.findOne(PersonalCopy, { personId }, { refresh: true });
    if (!copy?.isOver(await this.clock.now(em))) return; // asked for anew meanwhile
    await this.removeBytes(copy);
    await em.nativeDelete(PersonalCopy, { id: copy.id });
  }

  /** What is asked of other services is asked outside of a transaction; whether it is still wanted is looked at anew before any bytes are kept. */
  private async make({ personId }: { personId: string }): Promise<void> {
    const wanted = await inNetwork(this.em, { networkId: null, readOnly: true }, (em) => em.findOne(PersonalCopy, { personId }));
    if (!wanted || wanted.key) return;
    const gathered = await this.gathering.gather(personId);
    const bytes = zipOf(archiveOf(gathered), this.clock.instant());
    await inNetwork(this.em, { networkId: null, timeout: 60_000 }, (em) => this.keep(em, personId, bytes));
    this.relay.wake();
  }

  /** Under the lock under which a copy is removed: bytes of a copy that nobody has any more are never put. */
  private async keep(em: SqlEntityManager, personId: string, bytes: Buffer): Promise<void> {
    await oneAtATime(em, 'copy of', personId);
    const copy = await em.findOne(PersonalCopy, { personId });
    const person = await em.findOne(Person, { id: personId, erasedAt: null });
    if (!copy || copy.key || !person) return;
    await this.store.put(keyOf(copy), Readable.from([bytes], { objectMode: false }));
    copy.finish(await this.clock.now(em));
    await em.flush();
    const origin = inNameOf(personId, { networkId: copy.networkId, cause: newId() });
    record(em, origin, copyMade, { aggregateId: copy.id, aggregateVersion: copy.version, data: { personId } });
  }
}
