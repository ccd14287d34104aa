import { Controller } from '@nestjs/common';
import { assignApplication, findDuplicates, listApplicationOwners } from '@alianza/contracts/membership/application-desk';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { AssignmentService } from './assignment.service.js';
import { DuplicatesService } from './duplicates.service.js';

@Controller()
export class DeskController {
  constructor(
    private readonly assignment: AssignmentService,
    private readonly duplicates: DuplicatesService,
  ) {}

  @Operation(findDuplicates)
  findDuplicates({ id }: InputOf<typeof findDuplicates>, call: Call) {
    return this.duplicates.find(id, call);
  }

  @Operation(listApplicationOwners)
  owners(_input: InputOf<typeof listApplicationOwners>, call: Call) {
    return this.assignment.owners(call);
  }

  @Operation(assignApplication)
  assign(input: InputOf<typeof assignApplication>, call: Call) {
    return this.assignment.assign(input, call);
  }
}
