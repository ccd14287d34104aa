import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { personDisabled } from '@alianza/contracts/membership/people';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { releaseLetters } from '../../desk/letter-release.js';
import { PersonNetwork } from '../../people/person-network.entity.js';
import { Person } from '../../people/person.entity.js';
import { releaseApplications } from './giving-back.js';

/** Who may not come in any more decides nothing: what they had goes back to the queue of each of their networks. */
@Controller()
export class DisabledConsumers {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Nobody any more who was let in again before this was heard. */
  @Consumes(personDisabled, 'membership-applications-disabled')
  async disabled({ aggregateId: personId, id: cause, actor }: Event<DataOf<typeof personDisabled>>): Promise<void> {
    if ((await this.em.count(Person, { id: personId, disabledAt: { $ne: null } })) === 0) return;
    for (const { networkId } of await this.em.find(PersonNetwork, { personId }))
      await inNetwork(this.em, { networkId }, async (em) => {
        await releaseApplications(em, { networkId, personId }, await this.clock.now(em), { networkId, actor, cause });
        await releaseLetters(em, { networkId, personId }, { networkId, actor, cause });
      });
  }
}
