import { Controller } from '@nestjs/common';
import type { Event } from '@alianza/contracts/event';
import { listNotices, readNotice } from '@alianza/contracts/notifications/notices';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ConsumesAll } from '@alianza/platform/events/consumes.decorator';
import { NoticesService } from './notices.service.js';
import { PlanningService } from './planning.service.js';
import { settles } from '../settling/settling.js';
import { SettlingService } from '../settling/settling.service.js';
import { isTold } from './rules.js';

/** Somebody is told of it, or has less to do since. */
const concerns = (subject: string): boolean => isTold(subject) || settles(subject);

@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly planning: PlanningService,
    private readonly settling: SettlingService,
  ) {}

  @Operation(listNotices)
  list(input: InputOf<typeof listNotices>, call: Call): Promise<AnswerOf<typeof listNotices>> {
    return this.notices.list(input, call);
  }

  @Operation(readNotice)
  read(input: InputOf<typeof readNotice>, call: Call): Promise<Record<string, never>> {
    return this.notices.read(input, call);
  }

  @ConsumesAll('membership', 'notifications-notices', concerns)
  membership(event: Event): Promise<void> {
    return this.happened(event);
  }

  @ConsumesAll('repository', 'notifications-notices', concerns)
  repository(event: Event): Promise<void> {
    return this.happened(event);
  }

  private async happened(event: Event): Promise<void> {
    await this.settling.settle(event);
    await this.planning.plan(event);
  }
}
