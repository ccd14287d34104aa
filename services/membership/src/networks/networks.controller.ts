import { Controller } from '@nestjs/common';
import { getNetwork, listNetworkIds, listNetworks, openNetwork } from '@alianza/contracts/membership/networks';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { NetworksService } from './networks.service.js';

@Controller()
export class NetworksController {
  constructor(private readonly networks: NetworksService) {}

  @Operation(listNetworks)
  list(_input: InputOf<typeof listNetworks>, call: Call) {
    return this.networks.list(call);
  }

  @Operation(getNetwork)
  get(_input: InputOf<typeof getNetwork>, call: Call) {
    return this.networks.get(call);
  }

  @Operation(listNetworkIds)
  ids() {
    return this.networks.ids();
  }

  @Operation(openNetwork)
  open(input: InputOf<typeof openNetwork>, call: Call) {
    return this.networks.open(input, call);
  }
}
