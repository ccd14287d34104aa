import { Controller } from '@nestjs/common';
import type { Event } from '@alianza/contracts/event';
import { ConsumesBatches } from '@alianza/platform/events/consumes.decorator';
import { ChainService } from './chain.service.js';

/** Everything that any service tells. */
@Controller()
export class ChainController {
  constructor(private readonly chain: ChainService) {}

  @ConsumesBatches('membership', 'audit')
  membership(events: Event[]): Promise<void> {
    return this.chain.append(events);
  }

  @ConsumesBatches('repository', 'audit')
  repository(events: Event[]): Promise<void> {
    return this.chain.append(events);
  }

  @ConsumesBatches('notifications', 'audit')
  notifications(events: Event[]): Promise<void> {
    return this.chain.append(events);
  }
}
