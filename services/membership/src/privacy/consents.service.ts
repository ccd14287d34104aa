import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { noticeAccepted, type acceptNotice } from '@alianza/contracts/membership/account/personal-data';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { ownPerson } from '../account/own-person.js';
import { Consent } from './consent.entity.js';
import { noticeInForce } from './notice-in-force.js';
import { NoticeNotInForceError } from './privacy.errors.js';

interface Accepting {
  readonly personId: string;
  readonly networkId: string;
  /** That was shown. */
  readonly version: number;
}

/** Which version of a network's privacy notice somebody has accepted. Nothing is closed to who has not: the portal asks again. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async give({ version }: InputOf<typeof acceptNotice>, call: Call): Promise<object> {
    const { id: personId } = await ownPerson(this.em, call);
    if (!(await this.accept({ personId, networkId: call.network, version }, call))) throw new NoticeNotInForceError();
    return {};
  }

  /** False where another version is in force: what was shown is not what holds. */
  async accept({ personId, networkId, version }: Accepting, origin: Origin): Promise<boolean> {
    if ((await noticeInForce(this.em, networkId)) !== version) return false;
    await oneAtATime(this.em, 'consents of', personId);
    if (await this.em.findOne(Consent, { personId, networkId, version })) return true;
    const givenAt = await this.clock.now(this.em);
    await this.em.persist(this.em.create(Consent, { personId, networkId, version, givenAt })).flush();
    record(this.em, origin, noticeAccepted, { aggregateId: newId(), aggregateVersion: 1, data: { personId, version } });
    return true;
  }
}
