import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';

@Module({ imports: [PracticesModule], controllers: [DraftsController], providers: [DraftsService] })
export class DraftsModule {}
