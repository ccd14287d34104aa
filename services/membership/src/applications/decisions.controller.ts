import { Controller } from '@nestjs/common';
import {
  acceptApplication,
  askClarification,
  declineApplication,
  getApplication,
  getApplicationLetter,
  listApplications,
} from '@alianza/contracts/membership/applications';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { DecisionsService } from './decisions.service.js';
import { QueueService } from './queue.service.js';

@Controller()
export class DecisionsController {
  constructor(
    private readonly queue: QueueService,
    private readonly decisions: DecisionsService,
  ) {}

  @Operation(listApplications)
  list(input: InputOf<typeof listApplications>, call: Call) {
    return this.queue.list(input, call);
  }

  @Operation(getApplication)
  get(input: InputOf<typeof getApplication>, call: Call) {
    return this.queue.get(input, call);
  }

  @Operation(getApplicationLetter)
  letter(input: InputOf<typeof getApplicationLetter>, call: Call) {
    return this.queue.letter(input, call);
  }

  @Operation(askClarification)
  ask(input: InputOf<typeof askClarification>, call: Call) {
    return this.decisions.ask(input, call);
  }

  @Operation(acceptApplication)
  accept(input: InputOf<typeof acceptApplication>, call: Call) {
    return this.decisions.accept(input, call);
  }

  @Operation(declineApplication)
  decline(input: InputOf<typeof declineApplication>, call: Call) {
    return this.decisions.decline(input, call);
  }
}
