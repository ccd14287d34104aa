import { Controller } from '@nestjs/common';
import { assignLetter, readLetterTask } from '@alianza/contracts/membership/representation/letter-tasks';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { LetterTasks } from './letter-tasks.service.js';

@Controller()
export class LetterTasksController {
  constructor(private readonly tasks: LetterTasks) {}

  @Operation(readLetterTask)
  read(input: InputOf<typeof readLetterTask>, call: Call) {
    return this.tasks.read(input, call);
  }

  @Operation(assignLetter)
  assign(input: InputOf<typeof assignLetter>, call: Call) {
    return this.tasks.assign(input, call);
  }
}
