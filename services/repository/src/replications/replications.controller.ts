import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import {
  askReplication,
  confirmReplication,
  draftReplication,
  editReplication,
  listOwnReplications,
  listReceivedReplications,
  listReplications,
  readReplication,
  refuseReplication,
  tellReplication,
  withdrawReplication,
} from '@alianza/contracts/repository/replications';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ConfirmationsService } from './confirmations.service.js';
import { RegisterService } from './register/register.service.js';
import { ReplicationsService } from './replications.service.js';

@Controller()
export class ReplicationsController {
  constructor(
    private readonly replications: ReplicationsService,
    private readonly confirmations: ConfirmationsService,
    private readonly register: RegisterService,
  ) {}

  @Operation(draftReplication)
  draft(input: InputOf<typeof draftReplication>, call: Call) {
    return this.replications.draft(input, call);
  }

  @Operation(editReplication)
  edit(input: InputOf<typeof editReplication>, call: Call) {
    return this.replications.edit(input, call);
  }

  @Operation(readReplication)
  read({ id }: InputOf<typeof readReplication>, call: Call) {
    return this.replications.read(id, call);
  }

  @Operation(tellReplication)
  tell(input: InputOf<typeof tellReplication>, call: Call) {
    return this.replications.tell(input, call);
  }

  @Operation(withdrawReplication)
  withdraw({ id }: InputOf<typeof withdrawReplication>, call: Call) {
    return this.replications.withdraw(id, call);
  }

  @Operation(listOwnReplications)
  own(input: InputOf<typeof listOwnReplications>, call: Call) {
    return this.replications.own(input, call);
  }

  @Operation(listReceivedReplications)
  received(input: InputOf<typeof listReceivedReplications>, call: Call) {
    return this.confirmations.received(input, call);
  }

  @Operation(askReplication)
  ask(input: InputOf<typeof askReplication>, call: Call) {
    return this.confirmations.ask(input, call);
  }

  @Operation(confirmReplication)
  confirm({ id }: InputOf<typeof confirmReplication>, call: Call) {
    return this.confirmations.confirm(id, call);
  }

  @Operation(refuseReplication)
  refuse(input: InputOf<typeof refuseReplication>, call: Call) {
    return this.confirmations.refuse(input, call);
  }

  @Operation(listReplications)
  list(input: InputOf<typeof listReplications>, call: Call) {
    return this.register.list(input, call);
  }
}
