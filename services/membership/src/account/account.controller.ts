import { Controller } from '@nestjs/common';
import { endSessions, getAccount, listSessions } from '@alianza/contracts/membership/account/account';
import { changeAddress, confirmAddress, withdrawAddress } from '@alianza/contracts/membership/account/addresses';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { AccountService } from './account.service.js';
import { AddressesService } from './addresses.service.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly addresses: AddressesService,
    private readonly sessions: SessionsService,
  ) {}

  @Operation(getAccount)
  get(_input: InputOf<typeof getAccount>, call: Call) {
    return this.account.get(call);
  }

  @Operation(listSessions, { inTransaction: false })
  listSessions(_input: InputOf<typeof listSessions>, call: Call) {
    return this.sessions.list(call);
  }

  @Operation(endSessions)
  endSessions(input: InputOf<typeof endSessions>, call: Call) {
    return this.sessions.end(input, call);
  }

  @Operation(changeAddress)
  change(input: InputOf<typeof changeAddress>, call: Call) {
    return this.addresses.change(input, call);
  }

  @Operation(withdrawAddress)
  withdraw(_input: InputOf<typeof withdrawAddress>, call: Call) {
    return this.addresses.withdraw(call);
  }

  @Operation(confirmAddress)
  confirm(input: InputOf<typeof confirmAddress>, call: Call) {
    return this.addresses.confirm(input, call);
  }
}
