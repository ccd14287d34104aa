import { Module } from '@nestjs/common';
import { CountsController } from './counts.controller.js';
import { CountsPurge } from './counts.purge.js';
import { CountsService } from './counts.service.js';

@Module({ controllers: [CountsController], providers: [CountsPurge, CountsService] })
export class CountsModule {}
