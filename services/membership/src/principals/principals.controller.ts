import { Controller } from '@nestjs/common';
import { resolvePrincipals } from '@alianza/contracts/membership/principals';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { PrincipalsService } from './principals.service.js';

@Controller()
export class PrincipalsController {
  constructor(private readonly principals: PrincipalsService) {}

  @Operation(resolvePrincipals, { inTransaction: false })
  resolve(input: InputOf<typeof resolvePrincipals>, call: Call) {
    return this.principals.resolve(input, call);
  }
}
