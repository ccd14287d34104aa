import { Controller } from '@nestjs/common';
import type { Event } from '@alianza/contracts/event';
import { listNotices, readNotice } from '@alianza/contracts/notifications/notices';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ConsumesAll } from '@alianza/platform/events/consumes.decorator';
import { NoticesService } from './notices.service.js';
import { PlanningService } from './planning.service.js';
import { isTold } from './rules.js';

@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly planning: PlanningService,
  ) {}

  @Operation(listNotices)
  list(input: InputOf<typeof listNotices>, call: Call): Promise<AnswerOf<typeof listNotices>> {
    return this.notices.list(input, call);
  }

  @Operation(readNotice)
  read(input: InputOf<typeof readNotice>, call: Call): Promise<Record<string, never>> {
    return this.notices.read(input, call);
  }

  @ConsumesAll('membership', 'notifications-notices', isTold)
  membership(event: Event): Promise<void> {
    return this.planning.plan(event);
  }

  @ConsumesAll('repository', 'notifications-notices', isTold)
  repository(event: Event): Promise<void> {
    return this.planning.plan(event);
  }
}
