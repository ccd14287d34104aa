import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { dismissGuest, inviteGuest, listGuests } from '@alianza/contracts/repository/review/guests';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { GuestsService } from './guests.service.js';

@Controller()
export class GuestsController {
  constructor(private readonly guests: GuestsService) {}

  @Operation(listGuests)
  list(input: InputOf<typeof listGuests>, call: Call) {
    return this.guests.list(input, call);
  }

  @Operation(inviteGuest)
  invite(input: InputOf<typeof inviteGuest>, call: Call) {
    return this.guests.invite(input, call);
  }

  @Operation(dismissGuest)
  dismiss(input: InputOf<typeof dismissGuest>, call: Call) {
    return this.guests.dismiss(input, call);
  }
}
