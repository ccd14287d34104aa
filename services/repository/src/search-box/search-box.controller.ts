import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { findInRepository } from '@alianza/contracts/search/search-box';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { SearchBoxService } from './search-box.service.js';

@Controller()
export class SearchBoxController {
  constructor(private readonly box: SearchBoxService) {}

  @Operation(findInRepository)
  find(input: InputOf<typeof findInRepository>, call: Call) {
    return this.box.find(input, call);
  }
}
