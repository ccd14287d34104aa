import { Controller } from '@nestjs/common';
import {
  beginActorImport,
  confirmActorImport,
  getActorImport,
  listActorImportRows,
  listActorImports,
  mapActorImport,
  reportActorImport,
  resumeActorImport,
} from '@alianza/contracts/membership/directory/actor-imports';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ImportReading } from '@alianza/platform/imports/import-reading.service';
import { Imports } from '@alianza/platform/imports/imports.service';

@Controller()
export class ActorImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly reading: ImportReading,
  ) {}

  @Operation(beginActorImport)
  begin(input: InputOf<typeof beginActorImport>, call: Call) {
    return this.imports.begin(input, call);
  }

  @Operation(listActorImports)
  list(input: InputOf<typeof listActorImports>, call: Call) {
    return this.reading.list(input, call);
  }

  @Operation(getActorImport)
  get({ id }: InputOf<typeof getActorImport>, call: Call) {
    return this.imports.get(id, call);
  }

  @Operation(mapActorImport)
  map(input: InputOf<typeof mapActorImport>, call: Call) {
    return this.imports.map(input, call);
  }

  @Operation(listActorImportRows)
  rows(input: InputOf<typeof listActorImportRows>, call: Call) {
    return this.reading.rows(input, call);
  }

  @Operation(reportActorImport)
  report({ id }: InputOf<typeof reportActorImport>, call: Call) {
    return this.reading.report(id, call);
  }

  @Operation(confirmActorImport)
  confirm(input: InputOf<typeof confirmActorImport>, call: Call) {
    return this.imports.confirm(input, call);
  }

  @Operation(resumeActorImport)
  resume({ id }: InputOf<typeof resumeActorImport>, call: Call) {
    return this.imports.resume(id, call);
  }
}
