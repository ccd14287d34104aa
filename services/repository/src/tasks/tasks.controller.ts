import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { assignTask, readTask } from '@alianza/contracts/repository/review/tasks';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { TasksService } from './tasks.service.js';

@Controller()
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Operation(readTask)
  read(input: InputOf<typeof readTask>, call: Call) {
    return this.tasks.read(input, call);
  }

  @Operation(assignTask)
  assign(input: InputOf<typeof assignTask>, call: Call) {
    return this.tasks.assign(input, call);
  }
}
