import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { AnswersService } from './answers.service.js';
import { InquiriesConsumers } from './inquiries.consumers.js';
import { InquiriesController } from './inquiries.controller.js';
import { InquiriesPurge } from './inquiries.purge.js';
import { InquiriesService } from './inquiries.service.js';

@Module({
  imports: [TasksModule],
  controllers: [InquiriesController, InquiriesConsumers],
  providers: [InquiriesService, AnswersService, InquiriesPurge],
})
export class InquiriesModule {}
