import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { networkOpened } from '@alianza/contracts/membership/networks';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { putNetwork } from './networks.queries.js';

@Controller()
export class NetworksConsumers {
  constructor(private readonly em: EntityManager) {}

  @Consumes(networkOpened, 'notifications-networks')
  async opened({ aggregateId, aggregateVersion, data }: Event<DataOf<typeof networkOpened>>): Promise<void> {
    await putNetwork(this.em, { id: aggregateId, version: aggregateVersion, code: data.code, name: data.name, demo: data.demo });
  }
}
