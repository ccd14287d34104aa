import { Controller } from '@nestjs/common';
import { reinstateOrganization, suspendOrganization, withdrawOrganization } from '@alianza/contracts/membership/organizations';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { StandingService } from './standing.service.js';

@Controller()
export class StandingController {
  constructor(private readonly standing: StandingService) {}

  @Operation(suspendOrganization)
  suspend(input: InputOf<typeof suspendOrganization>, call: Call) {
    return this.standing.suspend(input, call);
  }

  @Operation(reinstateOrganization)
  reinstate(input: InputOf<typeof reinstateOrganization>, call: Call) {
    return this.standing.reinstate(input, call);
  }

  @Operation(withdrawOrganization)
  withdraw(input: InputOf<typeof withdrawOrganization>, call: Call) {
    return this.standing.withdraw(input, call);
  }
}
