import { Controller } from '@nestjs/common';
import { getStatement, listStatements, publishStatement } from '@alianza/contracts/membership/settings/statements';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { StatementsService } from './statements.service.js';

@Controller()
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  @Operation(getStatement)
  get(input: InputOf<typeof getStatement>, call: Call) {
    return this.statements.get(input, call);
  }

  @Operation(listStatements)
  list(_input: InputOf<typeof listStatements>, call: Call) {
    return this.statements.list(call);
  }

  @Operation(publishStatement)
  publish(input: InputOf<typeof publishStatement>, call: Call) {
    return this.statements.publish(input, call);
  }
}
