import { Controller } from '@nestjs/common';
import { disablePerson, editMe, enablePerson, getMe } from '@alianza/contracts/membership/people';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { DisablingService } from './disabling.service.js';
import { PeopleService } from './people.service.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly disabling: DisablingService,
  ) {}

  @Operation(getMe)
  me(_input: InputOf<typeof getMe>, call: Call) {
    return this.people.me(call);
  }

  @Operation(editMe)
  edit(input: InputOf<typeof editMe>, call: Call) {
    return this.people.edit(input, call);
  }

  @Operation(disablePerson)
  disable(input: InputOf<typeof disablePerson>, call: Call) {
    return this.disabling.disable(input, call);
  }

  @Operation(enablePerson)
  enable(input: InputOf<typeof enablePerson>, call: Call) {
    return this.disabling.enable(input, call);
  }
}
