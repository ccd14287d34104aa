import { Module } from '@nestjs/common';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { TaskThings } from './task-things.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';

@Module({ controllers: [TasksController], providers: [TaskHoldings, TasksService, TaskThings], exports: [TaskHoldings, TasksService] })
export class TasksModule {}
