import { Controller } from '@nestjs/common';
import { getChain, getPlatformChain, verifyChain, verifyPlatformChain } from '@alianza/contracts/audit/chains';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { VerificationsService } from './verifications.service.js';

@Controller()
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  @Operation(getChain)
  get(_input: InputOf<typeof getChain>, call: Call) {
    return this.verifications.get(call);
  }

  @Operation(verifyChain)
  verify(_input: InputOf<typeof verifyChain>, call: Call) {
    return this.verifications.ask(call);
  }

  @Operation(getPlatformChain)
  getOfPlatform(_input: InputOf<typeof getPlatformChain>, call: Call) {
    return this.verifications.get(call);
  }

  @Operation(verifyPlatformChain)
  verifyOfPlatform(_input: InputOf<typeof verifyPlatformChain>, call: Call) {
    return this.verifications.ask(call);
  }
}
