import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { PublicationService } from './publication.service.js';
import { SlugsService } from './slugs.service.js';

@Module({ imports: [TasksModule], providers: [PublicationService, SlugsService], exports: [PublicationService, SlugsService] })
export class PublicationModule {}
