import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { copyAsked, type downloadCopy } from '@alianza/contracts/membership/account/personal-data';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { Files } from '@alianza/platform/files/files';
import { newId } from '@alianza/platform/ids';
import { ownPerson } from '../../account/own-person.js';
import { CopyJobs } from './copies.jobs.js';
import { PersonalCopy } from './personal-copy.entity.js';
import { CopyNotReadyError } from '../privacy.errors.js';

/** The copy of somebody's data: asked for by themselves, handed to nobody else. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly jobs: CopyJobs,
  ) {}

  async ask(call: Call): Promise<object> {
    const { id: personId } = await ownPerson(this.em, call);
    await oneAtATime(this.em, 'copy of', personId);
    const askedAt = await this.clock.now(this.em);
    const earlier = await this.em.findOne(PersonalCopy, { personId }, { refresh: true });
    if (earlier && !earlier.isOver(askedAt)) return {};
    if (earlier) await this.jobs.removeBytes(earlier);
    const networkId = call.network;
    const copy = earlier ?? this.em.create(PersonalCopy, { id: newId(), networkId, personId, askedAt });
    if (earlier) earlier.again(networkId, askedAt);
    await this.em.persist(copy).flush();
    record(this.em, call, copyAsked, { aggregateId: copy.id, aggregateVersion: copy.version, data: { personId } });
    await this.jobs.enqueue(copy);
    return {};
  }

  async ticket(call: Call): Promise<AnswerOf<typeof downloadCopy>> {
    const { id: personId } = await ownPerson(this.em, call);
    const copy = await this.em.findOne(PersonalCopy, { personId });
    const now = await this.clock.now(this.em);
    if (!copy?.key || !copy.isReady(now)) throw new CopyNotReadyError();
    const name = `alianza-${copy.askedAt.toISOString().slice(0, 10)}.zip`;
    return this.files.ticket({ key: copy.key, name, type: 'application/zip' }, call);
  }
}
