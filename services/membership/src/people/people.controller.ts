import { Controller } from '@nestjs/common';
import { editMe, getMe } from '@alianza/contracts/membership/people';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { PeopleService } from './people.service.js';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Operation(getMe)
  me(_input: InputOf<typeof getMe>, call: Call) {
    return this.people.me(call);
  }

  @Operation(editMe)
  edit(input: InputOf<typeof editMe>, call: Call) {
    return this.people.edit(input, call);
  }
}
