import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { networkChanged, networkOpened } from '@alianza/contracts/membership/networks';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { putNetwork } from './networks.queries.js';

type State = DataOf<typeof networkOpened>;

/** Events may come late, twice and in any order: the higher version stays. */
@Controller()
export class NetworksConsumers {
  constructor(private readonly em: EntityManager) {}

  @Consumes(networkOpened, 'notifications-networks')
  opened(event: Event<State>): Promise<void> {
    return this.keep(event);
  }

  @Consumes(networkChanged, 'notifications-networks-changed')
  changed(event: Event<State>): Promise<void> {
    return this.keep(event);
  }

  private async keep({ aggregateId, aggregateVersion, data }: Event<State>): Promise<void> {
    const { code, name, languages, demo } = data;
    await putNetwork(this.em, { id: aggregateId, version: aggregateVersion, code, name, language: languages[0] ?? 'es', demo });
  }
}
