import { Controller } from '@nestjs/common';
import { inviteToNetworkRole, listNetworkRoles } from '@alianza/contracts/membership/representation/network-roles';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { NetworkRolesService } from './network-roles.service.js';

@Controller()
export class NetworkRolesController {
  constructor(private readonly roles: NetworkRolesService) {}

  @Operation(listNetworkRoles)
  list(input: InputOf<typeof listNetworkRoles>, call: Call) {
    return this.roles.list(input, call);
  }

  @Operation(inviteToNetworkRole)
  invite(input: InputOf<typeof inviteToNetworkRole>, call: Call) {
    return this.roles.invite(input, call);
  }
}
