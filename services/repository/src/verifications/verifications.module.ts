import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { VerificationReminders } from './verification-reminders.js';
import { VerificationsController } from './verifications.controller.js';
import { VerificationsService } from './verifications.service.js';

@Module({
  imports: [PracticesModule, TasksModule],
  controllers: [VerificationsController],
  providers: [VerificationReminders, VerificationsService],
})
export class VerificationsModule {}
