import { Controller } from '@nestjs/common';
import { acceptNotice, askCopy, askErasure, downloadCopy, withdrawErasure } from '@alianza/contracts/membership/account/personal-data';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ConsentsService } from './consents.service.js';
import { CopiesService } from './copies/copies.service.js';
import { ErasuresService } from './erasure/erasures.service.js';

@Controller()
export class PrivacyController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly copies: CopiesService,
    private readonly erasures: ErasuresService,
  ) {}

  @Operation(askCopy)
  askCopy(_input: InputOf<typeof askCopy>, call: Call) {
    return this.copies.ask(call);
  }

  @Operation(downloadCopy)
  downloadCopy(_input: InputOf<typeof downloadCopy>, call: Call) {
    return this.copies.ticket(call);
  }

  @Operation(askErasure)
  askErasure(_input: InputOf<typeof askErasure>, call: Call) {
    return this.erasures.ask(call);
  }

  @Operation(withdrawErasure)
  withdrawErasure(_input: InputOf<typeof withdrawErasure>, call: Call) {
    return this.erasures.withdraw(call);
  }

  @Operation(acceptNotice)
  acceptNotice(input: InputOf<typeof acceptNotice>, call: Call) {
    return this.consents.give(input, call);
  }
}
