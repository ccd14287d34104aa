import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { EntriesController } from './entries.controller.js';
import { EntriesService } from './entries.service.js';

@Module({ imports: [PracticesModule], controllers: [EntriesController], providers: [EntriesService] })
export class EntriesModule {}
