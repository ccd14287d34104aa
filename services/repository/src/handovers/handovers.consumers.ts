import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { handoverCompleted } from '@alianza/contracts/membership/representation/handovers';
import { roleEnded } from '@alianza/contracts/membership/representation/roles';
import { handoverSummarized } from '@alianza/contracts/repository/handovers';
import { Clock } from '@alianza/platform/clock';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { record } from '@alianza/platform/events/record';
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
  ) {}

  /** Tells the successor what waits. */
  @Consumes(handoverCompleted, 'repository-handovers')
  async completed({ networkId, aggregateId, id: cause, actor, data }: Event<DataOf<typeof handoverCompleted>>): Promise<void> {
    const { organizationId, organization, successorId } = data;
    const due = await countDue(this.em, { networkId: networkId ?? nowhere, organizationId }, await this.clock.now(this.em));
    const fact = { aggregateId, aggregateVersion: 1, data: { organizationId, organization, successorId, ...due } };
    record(this.em, { networkId, actor, cause }, handoverSummarized, fact);
  }

  @Consumes(roleEnded, 'repository-roles-ended')
  async ended({ networkId, id: cause, actor, data }: Event<DataOf<typeof roleEnded>>): Promise<void> {
    await this.release.release(data.personId, { networkId: networkId ?? nowhere, actor, cause });
  }
}
