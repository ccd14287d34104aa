import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { getTombstone, withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { WithdrawalsService } from './withdrawals.service.js';

@Controller()
export class WithdrawalsController {
  constructor(private readonly withdrawals: WithdrawalsService) {}

  @Operation(withdrawPractice)
  withdraw(input: InputOf<typeof withdrawPractice>, call: Call) {
    return this.withdrawals.withdraw(input, call);
  }

  @Operation(getTombstone)
  get(input: InputOf<typeof getTombstone>, call: Call) {
    return this.withdrawals.get(input, call);
  }
}
