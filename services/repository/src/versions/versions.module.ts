import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({ imports: [PracticesModule], controllers: [VersionsController], providers: [VersionsService] })
export class VersionsModule {}
