import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { callBackPractice, discardPractice } from '@alianza/contracts/repository/review/drafts';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { DraftsService } from './drafts.service.js';

@Controller()
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Operation(discardPractice)
  discard({ id }: InputOf<typeof discardPractice>, call: Call) {
    return this.drafts.discard(id, call);
  }

  @Operation(callBackPractice)
  callBack({ id }: InputOf<typeof callBackPractice>, call: Call) {
    return this.drafts.callBack(id, call);
  }
}
