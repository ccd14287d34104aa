import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { ConfirmationsService } from './confirmations.service.js';
import { EndingService } from './ending.service.js';
import { RegisterService } from './register/register.service.js';
import { ReplicationDesk } from './replication-desk.js';
import { ReplicationsController } from './replications.controller.js';
import { ReplicationsService } from './replications.service.js';

@Module({
  imports: [TasksModule],
  controllers: [ReplicationsController],
  providers: [ConfirmationsService, EndingService, RegisterService, ReplicationDesk, ReplicationsService],
  exports: [EndingService],
})
export class ReplicationsModule {}
