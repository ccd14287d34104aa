import { Controller } from '@nestjs/common';
import { resolvePrincipal } from '@alianza/contracts/membership/principals';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { PrincipalsService } from './principals.service.js';

@Controller()
export class PrincipalsController {
  constructor(private readonly principals: PrincipalsService) {}

  @Operation(resolvePrincipal, { inTransaction: false })
  resolve(input: InputOf<typeof resolvePrincipal>, call: Call) {
    return this.principals.resolve(input, call);
  }
}
