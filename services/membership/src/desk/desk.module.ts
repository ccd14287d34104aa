import { Module } from '@nestjs/common';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { LetterTasksController } from './letter-tasks.controller.js';
import { LetterTasks } from './letter-tasks.service.js';

@Module({ controllers: [LetterTasksController], providers: [LetterTasks, TaskHoldings] })
export class DeskModule {}
