import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { confirmPractice, listVerifications, verifyPractice } from '@alianza/contracts/repository/publication/verifications';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { VerificationsService } from './verifications.service.js';

@Controller()
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  @Operation(verifyPractice)
  verify({ id }: InputOf<typeof verifyPractice>, call: Call) {
    return this.verifications.verify(id, call);
  }

  @Operation(confirmPractice)
  confirm(input: InputOf<typeof confirmPractice>, call: Call) {
    return this.verifications.confirm(input, call);
  }

  @Operation(listVerifications)
  list(input: InputOf<typeof listVerifications>, call: Call) {
    return this.verifications.list(input, call);
  }
}
