import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import {
  beginImport,
  confirmImport,
  forgetImportMapping,
  getImport,
  importPractice,
  listImportMappings,
  listImportRows,
  listImports,
  mapImport,
  reportImport,
} from '@alianza/contracts/repository/imports';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ImportReading } from './reading/import-reading.service.js';
import { ImportsService } from './imports.service.js';
import { KeptMappings } from './mapping/kept-mappings.service.js';
import { SourcedRecords } from './steps/sourced-records.service.js';

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly reading: ImportReading,
    private readonly kept: KeptMappings,
    private readonly sourced: SourcedRecords,
  ) {}

  @Operation(importPractice)
  import(input: InputOf<typeof importPractice>, call: Call) {
    return this.sourced.import(input, call);
  }

  @Operation(beginImport)
  begin(input: InputOf<typeof beginImport>, call: Call) {
    return this.imports.begin(input, call);
  }

  @Operation(listImports)
  list(input: InputOf<typeof listImports>, call: Call) {
    return this.reading.list(input, call);
  }

  @Operation(getImport)
  get({ id }: InputOf<typeof getImport>, call: Call) {
    return this.imports.get(id, call);
  }

  @Operation(mapImport)
  map(input: InputOf<typeof mapImport>, call: Call) {
    return this.imports.map(input, call);
  }

  @Operation(listImportRows)
  rows(input: InputOf<typeof listImportRows>, call: Call) {
    return this.reading.rows(input, call);
  }

  @Operation(reportImport)
  report({ id }: InputOf<typeof reportImport>, call: Call) {
    return this.reading.report(id, call);
  }

  @Operation(confirmImport)
  confirm(input: InputOf<typeof confirmImport>, call: Call) {
    return this.imports.confirm(input, call);
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
