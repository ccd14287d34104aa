import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { milliseconds, retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Inquiry } from './inquiry.entity.js';

export const inquiriesQueue = 'inquiries-purge';

/** Milliseconds that the link of a confirmation holds, and a day more. */
const unconfirmedFor = milliseconds(retention.unconfirmedMessageDays);

/** Forgets what was asked from an address that nobody confirmed. */
@Injectable()
export class InquiriesPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('56 8 * * *', inquiriesQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id } of items) await inNetwork(this.em, { networkId: id }, () => this.purgeNetwork(id));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const before = new Date((await this.clock.now(this.em)).getTime() - unconfirmedFor);
    await this.em.nativeDelete(Inquiry, { networkId, status: 'unconfirmed', sentAt: { $lt: before } });
  }
}
