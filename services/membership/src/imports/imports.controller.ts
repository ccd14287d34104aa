import { Controller } from '@nestjs/common';
import {
  beginMemberImport,
  confirmMemberImport,
  getMemberImport,
  listMemberImportRows,
  listMemberImports,
  mapMemberImport,
  reportMemberImport,
  resumeMemberImport,
} from '@alianza/contracts/membership/imports';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ImportReading } from '@alianza/platform/imports/import-reading.service';
import { Imports } from '@alianza/platform/imports/imports.service';

@Controller()
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly reading: ImportReading,
  ) {}

  @Operation(beginMemberImport)
  begin(input: InputOf<typeof beginMemberImport>, call: Call) {
    return this.imports.begin(input, call);
  }

  @Operation(listMemberImports)
  list(input: InputOf<typeof listMemberImports>, call: Call) {
    return this.reading.list(input, call);
  }

  @Operation(getMemberImport)
  get({ id }: InputOf<typeof getMemberImport>, call: Call) {
    return this.imports.get(id, call);
  }

  @Operation(mapMemberImport)
  map(input: InputOf<typeof mapMemberImport>, call: Call) {
    return this.imports.map(input, call);
  }

  @Operation(listMemberImportRows)
  rows(input: InputOf<typeof listMemberImportRows>, call: Call) {
    return this.reading.rows(input, call);
  }

  @Operation(reportMemberImport)
  report({ id }: InputOf<typeof reportMemberImport>, call: Call) {
    return this.reading.report(id, call);
  }

  @Operation(confirmMemberImport)
  confirm(input: InputOf<typeof confirmMemberImport>, call: Call) {
    return this.imports.confirm(input, call);
  }

  @Operation(resumeMemberImport)
  resume({ id }: InputOf<typeof resumeMemberImport>, call: Call) {
    return this.imports.resume(id, call);
  }
}
