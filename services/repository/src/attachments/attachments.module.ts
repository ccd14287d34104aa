import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { ReviewAccessModule } from '../reviews/review-access.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { BringingService } from './bringing.service.js';
import { RecordFilesPurge } from './record-files.purge.js';

@Module({
  imports: [PracticesModule, ReviewAccessModule],
  controllers: [AttachmentsController],
  providers: [AttachmentsService, BringingService, RecordFilesPurge],
  exports: [BringingService],
})
export class AttachmentsModule {}
