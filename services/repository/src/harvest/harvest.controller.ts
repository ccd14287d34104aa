import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import {
  datePractices,
  getChange,
  listAddresses,
  listChanges,
  listRecords,
  listReplicationRecords,
  summarizeRecords,
} from '@alianza/contracts/repository/harvest';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { HarvestService } from './harvest.service.js';

@Controller()
export class HarvestController {
  constructor(private readonly harvest: HarvestService) {}

  @Operation(listChanges)
  changes(input: InputOf<typeof listChanges>, call: Call) {
    return this.harvest.changes(input, call);
  }

  @Operation(getChange)
  change(input: InputOf<typeof getChange>, call: Call) {
    return this.harvest.change(input, call);
  }

  @Operation(listRecords)
  records(input: InputOf<typeof listRecords>, call: Call) {
    return this.harvest.records(input, call);
  }

  @Operation(listReplicationRecords)
  replications(input: InputOf<typeof listReplicationRecords>, call: Call) {
    return this.harvest.replications(input, call);
  }

  @Operation(listAddresses)
  addresses(input: InputOf<typeof listAddresses>, call: Call) {
    return this.harvest.addresses(input, call);
  }

  @Operation(summarizeRecords)
  summary(_input: InputOf<typeof summarizeRecords>, call: Call) {
    return this.harvest.summary(call);
  }

  @Operation(datePractices)
  dates(input: InputOf<typeof datePractices>, call: Call) {
    return this.harvest.dates(input, call);
  }
}
