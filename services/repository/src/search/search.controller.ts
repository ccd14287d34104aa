import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { getPractice } from '@alianza/contracts/repository/practices';
import { locatePractice } from '@alianza/contracts/repository/publication/versions';
import { searchPractices } from '@alianza/contracts/repository/search';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { SearchService } from './search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly practices: SearchService) {}

  @Operation(searchPractices)
  search(input: InputOf<typeof searchPractices>, call: Call) {
    return this.practices.search(input, call);
  }

  @Operation(getPractice)
  get({ slug }: InputOf<typeof getPractice>, call: Call) {
    return this.practices.get(slug, call);
  }

  @Operation(locatePractice)
  locate({ id }: InputOf<typeof locatePractice>, call: Call) {
    return this.practices.locate(id, call);
  }
}
