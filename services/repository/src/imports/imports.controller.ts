import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { forgetImportMapping, importPractice, listImportMappings } from '@alianza/contracts/repository/imports';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { KeptMappings } from './mapping/kept-mappings.service.js';
import { SourcedRecords } from './writing/sourced-records.service.js';

/** What imports of practices have besides those of every kind. */
@Controller()
export class ImportsController {
  constructor(
    private readonly kept: KeptMappings,
    private readonly sourced: SourcedRecords,
  ) {}

  @Operation(importPractice)
  import(input: InputOf<typeof importPractice>, call: Call) {
    return this.sourced.import(input, call);
  }

  @Operation(listImportMappings)
  mappings(_input: InputOf<typeof listImportMappings>, call: Call) {
    return this.kept.list(call.network);
  }

  @Operation(forgetImportMapping)
  async forget({ name }: InputOf<typeof forgetImportMapping>, call: Call) {
    await this.kept.forget(call.network, name);
    return {};
  }
}
