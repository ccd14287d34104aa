import { Controller } from '@nestjs/common';
import {
  answerClarification,
  applyForMembership,
  confirmApplication,
  followApplication,
  withdrawApplication,
} from '@alianza/contracts/membership/applications';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ApplicationsService } from './applications.service.js';

@Controller()
export class ApplicationsController {
  constructor(private readonly applications: ApplicationsService) {}

  @Operation(applyForMembership)
  apply(input: InputOf<typeof applyForMembership>, call: Call) {
    return this.applications.apply(input, call);
  }

  @Operation(confirmApplication)
  confirm(input: InputOf<typeof confirmApplication>, call: Call) {
    return this.applications.confirm(input, call);
  }

  @Operation(followApplication)
  follow(input: InputOf<typeof followApplication>, call: Call) {
    return this.applications.follow(input, call);
  }

  @Operation(answerClarification)
  answer(input: InputOf<typeof answerClarification>, call: Call) {
    return this.applications.answer(input, call);
  }

  @Operation(withdrawApplication)
  withdraw(input: InputOf<typeof withdrawApplication>, call: Call) {
    return this.applications.withdraw(input, call);
  }
}
