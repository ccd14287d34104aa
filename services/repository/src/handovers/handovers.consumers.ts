import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { handoverCompleted } from '@alianza/contracts/membership/representation/handovers';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { personDisabled } from '@alianza/contracts/membership/people';
import { roleEnded } from '@alianza/contracts/membership/representation/roles';
import { handoverSummarized } from '@alianza/contracts/repository/handovers';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { record } from '@alianza/platform/events/record';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { nowhere } from '@alianza/platform/ids';
import { countDue } from './due.queries.js';
import { ReleaseService } from './release.service.js';

/** What a change of people means here: drafts and questions are the organisation's, a review that somebody had taken is not. */
@Controller()
export class HandoversConsumers {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly release: ReleaseService,
    private readonly operations: OperationsClient,
  ) {}

  /** Tells the successor what waits. */
  @Consumes(handoverCompleted, 'repository-handovers')
  async completed({ networkId, aggregateId, id: cause, actor, data }: Event<DataOf<typeof handoverCompleted>>): Promise<void> {
    const { organizationId, organization, successorId, letters, invitations } = data;
    const due = await countDue(this.em, { networkId: networkId ?? nowhere, organizationId }, await this.clock.now(this.em));
    const fact = { aggregateId, aggregateVersion: 1, data: { organizationId, organization, successorId, ...due, letters, invitations } };
    record(this.em, { networkId, actor, cause }, handoverSummarized, fact);
  }

  @Consumes(roleEnded, 'repository-roles-ended')
  async ended({ networkId, id: cause, actor, data }: Event<DataOf<typeof roleEnded>>): Promise<void> {
    await this.release.release(data.personId, { networkId: networkId ?? nowhere, actor, cause });
  }

  /** Somebody who was let in again before this was heard keeps what they have: the question who reviews is asked now. */
  @Consumes(personDisabled, 'repository-people-disabled')
  async disabled({ aggregateId: personId, id: cause, actor }: Event<DataOf<typeof personDisabled>>): Promise<void> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id: networkId } of items)
      await inNetwork(this.em, { networkId }, () => this.release.release(personId, { networkId, actor, cause }));
  }
}
