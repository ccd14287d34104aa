import { Controller } from '@nestjs/common';
import { listActors } from '@alianza/contracts/audit/chains';
import { exportAuditEntries, exportPlatformEntries, listAuditEntries, listPlatformEntries } from '@alianza/contracts/audit/entries';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ActorsService } from './actors.service.js';
import { EntriesService } from './entries.service.js';
import { ExportService } from './export/export.service.js';

/** A network's chain for those who read its audit; the chain of no network for operators. */
@Controller()
export class EntriesController {
  constructor(
    private readonly entries: EntriesService,
    private readonly exports: ExportService,
    private readonly actors: ActorsService,
  ) {}

  @Operation(listAuditEntries)
  list(input: InputOf<typeof listAuditEntries>, call: Call) {
    return this.entries.list(input, call);
  }

  @Operation(listPlatformEntries)
  listOfPlatform(input: InputOf<typeof listPlatformEntries>, call: Call) {
    return this.entries.list(input, call);
  }

  @Operation(exportAuditEntries)
  export(input: InputOf<typeof exportAuditEntries>, call: Call) {
    return this.exports.take(input, call);
  }

  @Operation(exportPlatformEntries)
  exportOfPlatform(input: InputOf<typeof exportPlatformEntries>, call: Call) {
    return this.exports.take(input, call);
  }

  @Operation(listActors)
  listActors(_input: InputOf<typeof listActors>, call: Call) {
    return this.actors.list(call);
  }
}
