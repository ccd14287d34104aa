import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { countVisits, drawSalt, listCounts, readCounts, readMonthlyCounts } from '@alianza/contracts/repository/publication/counts';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { CountsService } from './counts.service.js';

@Controller()
export class CountsController {
  constructor(private readonly counts: CountsService) {}

  @Operation(drawSalt)
  salt(_input: InputOf<typeof drawSalt>, call: Call) {
    return this.counts.salt(call);
  }

  @Operation(countVisits)
  add(input: InputOf<typeof countVisits>, call: Call) {
    return this.counts.add(input, call);
  }

  @Operation(readCounts)
  get(input: InputOf<typeof readCounts>, call: Call) {
    return this.counts.get(input, call);
  }

  @Operation(readMonthlyCounts)
  months(input: InputOf<typeof readMonthlyCounts>, call: Call) {
    return this.counts.months(input, call);
  }

  @Operation(listCounts)
  list(input: InputOf<typeof listCounts>, call: Call) {
    return this.counts.list(input, call);
  }
}
