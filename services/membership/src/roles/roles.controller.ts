import { Controller } from '@nestjs/common';
import { grantRole } from '@alianza/contracts/membership/people';
import { endRole, listRoles, moveRole } from '@alianza/contracts/membership/representation/roles';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { EndingService } from './ending.service.js';
import { ListingService } from './listing.service.js';
import { RolesService } from './roles.service.js';

@Controller()
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly listing: ListingService,
    private readonly ending: EndingService,
  ) {}

  @Operation(grantRole)
  grant(input: InputOf<typeof grantRole>, call: Call) {
    return this.roles.grant(input, call);
  }

  @Operation(listRoles)
  list(input: InputOf<typeof listRoles>, call: Call) {
    return this.listing.list(input, call);
  }

  @Operation(endRole)
  end(input: InputOf<typeof endRole>, call: Call) {
    return this.ending.end(input, call);
  }

  @Operation(moveRole)
  move(input: InputOf<typeof moveRole>, call: Call) {
    return this.ending.move(input, call);
  }
}
