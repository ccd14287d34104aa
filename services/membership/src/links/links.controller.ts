import { Controller } from '@nestjs/common';
import { mintLink } from '@alianza/contracts/membership/recipients';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { MintingService } from './minting.service.js';

@Controller()
export class LinksController {
  constructor(private readonly minting: MintingService) {}

  @Operation(mintLink)
  mint(input: InputOf<typeof mintLink>, call: Call) {
    return this.minting.mint(input, call);
  }
}
