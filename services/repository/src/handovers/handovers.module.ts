import { Module } from '@nestjs/common';
import { HandoversConsumers } from './handovers.consumers.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { ReleaseService } from './release.service.js';

@Module({ imports: [TasksModule], controllers: [HandoversConsumers], providers: [ReleaseService] })
export class HandoversModule {}
