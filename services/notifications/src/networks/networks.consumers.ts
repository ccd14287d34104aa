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
    const { code, name, languages, demo } = data;
    await putNetwork(this.em, { id: aggregateId, version: aggregateVersion, code, name, language: languages[0] ?? 'es', demo });
  }
}
