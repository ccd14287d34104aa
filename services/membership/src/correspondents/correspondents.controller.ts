import { Controller } from '@nestjs/common';
import type { DataOf, Event } from '@alianza/contracts/event';
import { confirmCorrespondent, registerCorrespondent } from '@alianza/contracts/membership/outside/correspondents';
import type { InputOf } from '@alianza/contracts/operation';
import { inquiryAnswered, inquiryClosed } from '@alianza/contracts/repository/inquiries';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { nowhere } from '@alianza/platform/ids';
import { CorrespondentsService } from './correspondents.service.js';

type Settled = Event<DataOf<typeof inquiryAnswered>>;

@Controller()
export class CorrespondentsController {
  constructor(private readonly correspondents: CorrespondentsService) {}

  @Operation(registerCorrespondent)
  register(input: InputOf<typeof registerCorrespondent>, call: Call) {
    return this.correspondents.register(input, call);
  }

  @Operation(confirmCorrespondent)
  confirm(input: InputOf<typeof confirmCorrespondent>, call: Call) {
    return this.correspondents.confirm(input, call);
  }

  @Consumes(inquiryAnswered, 'membership-correspondents-answered')
  answered(event: Settled): Promise<void> {
    return this.settled(event);
  }

  @Consumes(inquiryClosed, 'membership-correspondents-closed')
  closed(event: Settled): Promise<void> {
    return this.settled(event);
  }

  private settled({ networkId, aggregateId, occurredAt }: Settled): Promise<void> {
    return this.correspondents.settled(networkId ?? nowhere, aggregateId, new Date(occurredAt));
  }
}
