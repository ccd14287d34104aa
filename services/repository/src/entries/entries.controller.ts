import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { enterPractice, listEnteredPractices } from '@alianza/contracts/repository/review/entries';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { EntriesService } from './entries.service.js';

@Controller()
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Operation(enterPractice)
  enter(input: InputOf<typeof enterPractice>, call: Call) {
    return this.entries.enter(input, call);
  }

  @Operation(listEnteredPractices)
  list(input: InputOf<typeof listEnteredPractices>, call: Call) {
    return this.entries.list(input, call);
  }
}
