import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { answerInquiry, closeInquiry, getInquiry, listInquiries, sendInquiry, writeMessage } from '@alianza/contracts/repository/inquiries';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { AnswersService } from './answers.service.js';
import { InquiriesService } from './inquiries.service.js';

@Controller()
export class InquiriesController {
  constructor(
    private readonly inquiries: InquiriesService,
    private readonly answers: AnswersService,
  ) {}

  @Operation(sendInquiry)
  send(input: InputOf<typeof sendInquiry>, call: Call) {
    return this.inquiries.send(input, call);
  }

  @Operation(writeMessage)
  write(input: InputOf<typeof writeMessage>, call: Call) {
    return this.inquiries.write(input, call);
  }

  @Operation(listInquiries)
  list(input: InputOf<typeof listInquiries>, call: Call) {
    return this.answers.list(input, call);
  }

  @Operation(getInquiry)
  get({ id }: InputOf<typeof getInquiry>, call: Call) {
    return this.answers.get(id, call);
  }

  @Operation(answerInquiry)
  answer(input: InputOf<typeof answerInquiry>, call: Call) {
    return this.answers.answer(input, call);
  }

  @Operation(closeInquiry)
  close(input: InputOf<typeof closeInquiry>, call: Call) {
    return this.answers.close(input, call);
  }
}
