import { Controller, type Type } from '@nestjs/common';
import type { importOperations } from '@alianza/contracts/imports/import-operations';
import { Call } from '../calls/call.js';
import { Operation } from '../calls/operation.decorator.js';
import { ImportReading } from './import-reading.service.js';
import { Imports } from './imports.service.js';

type InputTo<Method extends (input: never, call: Call) => unknown> = Parameters<Method>[0];
interface Named {
  readonly id: string;
}

/** The eight operations of a kind of import, served by the machinery of the module that has the kind. */
export function importsController(operations: Readonly<Record<keyof ReturnType<typeof importOperations>, object>>): Type {
  @Controller()
  class ImportsController {
    constructor(
      private readonly imports: Imports,
      private readonly reading: ImportReading,
    ) {}

    @Operation(operations.begin)
    begin(input: InputTo<Imports['begin']>, call: Call) {
      return this.imports.begin(input, call);
    }

    @Operation(operations.list)
    list(input: InputTo<ImportReading['list']>, call: Call) {
      return this.reading.list(input, call);
    }

    @Operation(operations.get)
    get({ id }: Named, call: Call) {
      return this.imports.get(id, call);
    }

    @Operation(operations.map)
    map(input: InputTo<Imports['map']>, call: Call) {
      return this.imports.map(input, call);
    }

    @Operation(operations.rows)
    rows(input: InputTo<ImportReading['rows']>, call: Call) {
      return this.reading.rows(input, call);
    }

    @Operation(operations.report)
    report({ id }: Named, call: Call) {
      return this.reading.report(id, call);
    }

    @Operation(operations.confirm)
    confirm(input: InputTo<Imports['confirm']>, call: Call) {
      return this.imports.confirm(input, call);
    }

    @Operation(operations.resume)
    resume({ id }: Named, call: Call) {
      return this.imports.resume(id, call);
    }
  }
  return ImportsController;
}
