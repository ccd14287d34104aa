import { Controller } from '@nestjs/common';
import { listAuditEntries } from '@alianza/contracts/audit/entries';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { EntriesService } from './entries.service.js';

@Controller()
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Operation(listAuditEntries)
  list(input: InputOf<typeof listAuditEntries>, call: Call): Promise<AnswerOf<typeof listAuditEntries>> {
    return this.entries.list(input, call);
  }
}
