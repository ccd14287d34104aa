import { Controller } from '@nestjs/common';
import { beginHandover, completeHandover } from '@alianza/contracts/membership/representation/handovers';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { HandoversService } from './handovers.service.js';

@Controller()
export class HandoversController {
  constructor(private readonly handovers: HandoversService) {}

  @Operation(beginHandover)
  begin(input: InputOf<typeof beginHandover>, call: Call) {
    return this.handovers.begin(input, call);
  }

  @Operation(completeHandover)
  complete(input: InputOf<typeof completeHandover>, call: Call) {
    return this.handovers.complete(input, call);
  }
}
