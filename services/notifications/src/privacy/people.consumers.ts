import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { personErased } from '@alianza/contracts/membership/account/personal-data';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { forgetPerson } from './forgetting.queries.js';

/** What is gone with a person: what they were told, and how they wanted to be. */
@Controller()
export class PeopleConsumers {
  constructor(private readonly em: EntityManager) {}

  @Consumes(personErased, 'notifications-people-erased')
  async erased({ aggregateId, data }: Event<DataOf<typeof personErased>>): Promise<void> {
    await forgetPerson(this.em, aggregateId, data.networks);
  }
}
