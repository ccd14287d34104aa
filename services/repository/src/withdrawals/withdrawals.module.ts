import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { ReplicationsModule } from '../replications/replications.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { WithdrawalsController } from './withdrawals.controller.js';
import { WithdrawalsService } from './withdrawals.service.js';

@Module({
  imports: [PracticesModule, ReplicationsModule, TasksModule],
  controllers: [WithdrawalsController],
  providers: [WithdrawalsService],
})
export class WithdrawalsModule {}
