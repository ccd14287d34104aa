import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { verificationDue } from '@alianza/contracts/repository/publication/verifications';
import { byItself } from '@alianza/platform/calls/by-itself';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { record } from '@alianza/platform/events/record';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Practice } from '../practices/practice.entity.js';
import { titledStateOf } from '../practices/practice.views.js';
import { publicTitle } from '../versions/versions.queries.js';

export const reminderQueue = 'verification-reminders';

/** Practices reminded of in one transaction. */
const atOnce = 50;

/** Tells, once for each verification, that it has become due. */
@Injectable()
export class VerificationReminders implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(reminderQueue, () => this.remind());
    await this.jobs.schedule(reminderQueue, '23 9 * * *');
  }

  async remind(): Promise<void> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id } of items) while ((await inNetwork(this.em, { networkId: id }, () => this.remindSome(id))) === atOnce);
  }

  private async remindSome(networkId: string): Promise<number> {
    const now = await this.clock.now(this.em);
    const where = { networkId, verifyBy: { $lte: now }, remindedAt: null };
    const due = await this.em.find(Practice, where, { orderBy: { verifyBy: 'asc', id: 'asc' }, limit: atOnce });
    for (const practice of due) practice.remind(now);
    await this.em.flush();
    const origin = byItself('repository', networkId);
    for (const practice of due) {
      const data = { ...titledStateOf(practice), title: await publicTitle(this.em, practice) };
      const fact = { aggregateId: practice.id, aggregateVersion: practice.version, data };
      record(this.em, origin, verificationDue, fact);
    }
    return due.length;
  }
}
