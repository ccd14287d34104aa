import { Controller } from '@nestjs/common';
import type { DataOf, Event } from '@alianza/contracts/event';
import {
  gatherRecipients,
  getMyMail,
  listFailing,
  listRecipients,
  namePeople,
  retryMyMail,
} from '@alianza/contracts/membership/recipients';
import { mailBounced } from '@alianza/contracts/notifications/mails';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { FailingService } from './failing.service.js';
import { RecipientsGathering } from './gathering.service.js';
import { OutsideFailures } from './outside-failures.service.js';
import { RecipientsService } from './recipients.service.js';

@Controller()
export class RecipientsController {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly gathering: RecipientsGathering,
    private readonly failing: FailingService,
    private readonly outside: OutsideFailures,
  ) {}

  @Operation(listRecipients)
  list(input: InputOf<typeof listRecipients>, call: Call) {
    return this.recipients.list(input, call);
  }

  @Operation(gatherRecipients)
  gather(input: InputOf<typeof gatherRecipients>, call: Call) {
    return this.gathering.gather(input, call);
  }

  @Operation(namePeople)
  names(input: InputOf<typeof namePeople>, call: Call) {
    return this.gathering.names(input, call);
  }

  @Operation(getMyMail)
  mine(_input: object, call: Call) {
    return this.failing.mine(call);
  }

  @Operation(retryMyMail)
  retry(_input: object, call: Call) {
    return this.failing.retry(call);
  }

  @Operation(listFailing)
  async unreachable(_input: object, call: Call) {
    return { ...(await this.failing.list(call)), ...(await this.outside.list(call)) };
  }

  @Consumes(mailBounced, 'membership-recipients-bounced')
  async bounced(event: Event<DataOf<typeof mailBounced>>): Promise<void> {
    await this.failing.note(event);
    await this.outside.note(event);
  }
}
