import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { settleAll } from './settled.queries.js';
import { settledBy } from './settling.js';

/** What somebody was told to do is not asked of anybody any more once it is done, whoever did it: not in the portal, nor in the next summary. */
@Injectable()
export class SettlingService {
  constructor(private readonly em: EntityManager) {}

  async settle(event: Event): Promise<void> {
    if (event.networkId !== null) await settleAll(this.em, event, event.networkId, settledBy(event));
  }
}
