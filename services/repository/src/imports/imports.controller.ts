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
  resumeImport,
} from '@alianza/contracts/repository/imports';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ImportReading } from '@alianza/platform/imports/import-reading.service';
import { Imports } from '@alianza/platform/imports/imports.service';
import { KeptMappings } from './mapping/kept-mappings.service.js';
import { SourcedRecords } from './writing/sourced-records.service.js';

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: Imports,
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
  async map({ rememberAs, ...input }: InputOf<typeof mapImport>, call: Call) {
    const mapped = await this.imports.map(input, call);
    if (rememberAs !== undefined) await this.kept.keep(call.network, rememberAs, mapped.columns, input.mapping);
    return mapped;
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

  @Operation(resumeImport)
  resume({ id }: InputOf<typeof resumeImport>, call: Call) {
    return this.imports.resume(id, call);
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
