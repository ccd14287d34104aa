import { Controller } from '@nestjs/common';
import { listAccounts, resetSecondFactor } from '@alianza/contracts/membership/account/accounts';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { AccountsService } from './accounts.service.js';
import { RecoveringService } from './recovering.service.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly recovering: RecoveringService,
  ) {}

  @Operation(listAccounts)
  list(input: InputOf<typeof listAccounts>, call: Call) {
    return this.accounts.list(input, call);
  }

  @Operation(resetSecondFactor)
  resetSecondFactor(input: InputOf<typeof resetSecondFactor>, call: Call) {
    return this.recovering.reset(input, call);
  }
}
