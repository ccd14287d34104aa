import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { importPractice } from '@alianza/contracts/repository/imports';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ImportsService } from './imports.service.js';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Operation(importPractice)
  import(input: InputOf<typeof importPractice>, call: Call) {
    return this.imports.import(input, call);
  }
}
