import { Controller } from '@nestjs/common';
import { listNames } from '@alianza/contracts/membership/directory/names';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { NamesService } from './names.service.js';

@Controller()
export class NamesController {
  constructor(private readonly names: NamesService) {}

  @Operation(listNames)
  list(input: InputOf<typeof listNames>, call: Call) {
    return this.names.list(input, call);
  }
}
