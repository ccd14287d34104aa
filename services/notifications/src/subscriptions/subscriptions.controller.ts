import { Controller } from '@nestjs/common';
import { describeSubscription, resumeSubscription, stopSubscription } from '@alianza/contracts/notifications/subscriptions';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { SubscriptionsService } from './subscriptions.service.js';

type WithSecret = InputOf<typeof stopSubscription>;

@Controller()
export class SubscriptionsController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Operation(describeSubscription)
  describe({ secret }: WithSecret, call: Call) {
    return this.subscriptions.describe(secret, call);
  }

  @Operation(stopSubscription)
  stop({ secret }: WithSecret, call: Call) {
    return this.subscriptions.stop(secret, call);
  }

  @Operation(resumeSubscription)
  resume({ secret }: WithSecret, call: Call) {
    return this.subscriptions.resume(secret, call);
  }
}
