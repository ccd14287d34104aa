import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { draftPractice, editPractice, listOwnPractices, readPractice, submitPractice } from '@alianza/contracts/repository/practices';
import { confirmTranslation } from '@alianza/contracts/repository/review/translations';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { PracticesService } from './practices.service.js';

@Controller()
export class PracticesController {
  constructor(private readonly practices: PracticesService) {}

  @Operation(draftPractice)
  draft(input: InputOf<typeof draftPractice>, call: Call) {
    return this.practices.draft(input, call);
  }

  @Operation(editPractice)
  edit(input: InputOf<typeof editPractice>, call: Call) {
    return this.practices.edit(input, call);
  }

  @Operation(confirmTranslation)
  confirmTranslation(input: InputOf<typeof confirmTranslation>, call: Call) {
    return this.practices.confirmTranslation(input, call);
  }

  @Operation(readPractice, { inTransaction: false })
  read({ id }: InputOf<typeof readPractice>, call: Call) {
    return this.practices.read(id, call);
  }

  @Operation(submitPractice)
  submit(input: InputOf<typeof submitPractice>, call: Call) {
    return this.practices.submit(input, call);
  }

  @Operation(listOwnPractices)
  own(input: InputOf<typeof listOwnPractices>, call: Call) {
    return this.practices.own(input, call);
  }
}
