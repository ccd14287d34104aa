import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { findInMembership } from '@alianza/contracts/search/search-box';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { SearchBoxService } from './search-box.service.js';

@Controller()
export class SearchBoxController {
  constructor(private readonly box: SearchBoxService) {}

  @Operation(findInMembership)
  find(input: InputOf<typeof findInMembership>, call: Call) {
    return this.box.find(input, call);
  }
}
