import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { addAttachment, locateAttachment, openAttachment } from '@alianza/contracts/repository/files/attachments';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { AttachmentsService } from './attachments.service.js';

@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Operation(addAttachment)
  add(input: InputOf<typeof addAttachment>, call: Call) {
    return this.attachments.add(input, call);
  }

  @Operation(openAttachment)
  open(input: InputOf<typeof openAttachment>, call: Call) {
    return this.attachments.open(input, call);
  }

  @Operation(locateAttachment)
  locate(input: InputOf<typeof locateAttachment>, call: Call) {
    return this.attachments.locate(input, call);
  }
}
