import { Controller } from '@nestjs/common';
import { listRecipients } from '@alianza/contracts/membership/recipients';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { RecipientsService } from './recipients.service.js';

@Controller()
export class RecipientsController {
  constructor(private readonly recipients: RecipientsService) {}

  @Operation(listRecipients)
  list(input: InputOf<typeof listRecipients>, call: Call) {
    return this.recipients.list(input, call);
  }
}
