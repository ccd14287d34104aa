import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { newId } from '@alianza/platform/ids';
import { settleFiles } from '../attachments/record-files.js';
import { NetworkDays } from '../networks/network-days.js';
import { expectOffered } from '../taxonomy/offered-concepts.js';
import { contentColumns, Practice, undecided } from './practice.entity.js';

interface Whose {
  /** Null for the network's own. */
  readonly organizationId: string | null;
  /** Whether the secretariat writes it for that organisation. */
  readonly onBehalf: boolean;
}

/** How a practice begins, whoever writes it. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly days: NetworkDays,
  ) {}

  async begin(content: PracticeContent, whose: Whose, { network: networkId, personId }: Call): Promise<Practice> {
    const changedAt = await this.clock.now(this.em);
    const day = await this.days.dayOf(networkId, changedAt);
    await expectOffered(this.em, { networkId, content, before: null, day });
    const written = contentColumns(await settleFiles(this.em, content, { networkId, practiceId: null }));
    return this.em.create(Practice, {
      ...written,
      ...whose,
      ...undecided,
      id: newId(),
      networkId,
      createdBy: personId,
      changedAt,
      status: 'draft',
    });
  }
}
