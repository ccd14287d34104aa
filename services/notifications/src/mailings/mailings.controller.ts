import { Controller } from '@nestjs/common';
import { getMailing, listMailings, previewMailing, sendMailing, stopMailing, testMailing } from '@alianza/contracts/notifications/mailings';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { MailingViews } from './mailing-views.service.js';
import { MailingsService } from './mailings.service.js';

@Controller()
export class MailingsController {
  constructor(
    private readonly mailings: MailingsService,
    private readonly views: MailingViews,
  ) {}

  @Operation(previewMailing)
  preview(input: InputOf<typeof previewMailing>, call: Call) {
    return this.mailings.preview(input, call);
  }

  @Operation(testMailing)
  test(input: InputOf<typeof testMailing>, call: Call) {
    return this.mailings.test(input, call);
  }

  @Operation(sendMailing)
  send(input: InputOf<typeof sendMailing>, call: Call) {
    return this.mailings.send(input, call);
  }

  @Operation(listMailings)
  list(input: InputOf<typeof listMailings>, call: Call) {
    return this.views.list(input, call);
  }

  @Operation(getMailing)
  get({ id }: InputOf<typeof getMailing>, call: Call) {
    return this.views.get(id, call);
  }

  @Operation(stopMailing)
  async stop({ id }: InputOf<typeof stopMailing>, call: Call) {
    await this.mailings.stop(id, call);
    return this.views.get(id, call);
  }
}
