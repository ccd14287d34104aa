import { Controller } from '@nestjs/common';
import { grantRole } from '@alianza/contracts/membership/people';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { RolesService } from './roles.service.js';

@Controller()
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Operation(grantRole)
  grant(input: InputOf<typeof grantRole>, call: Call) {
    return this.roles.grant(input, call);
  }
}
