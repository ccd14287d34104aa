import { Module } from '@nestjs/common';
import { FailingService } from './failing.service.js';
import { RecipientsGathering } from './gathering.service.js';
import { OutsideFailures } from './outside-failures.service.js';
import { RecipientsController } from './recipients.controller.js';
import { RecipientsService } from './recipients.service.js';

@Module({
  controllers: [RecipientsController],
  providers: [FailingService, RecipientsGathering, OutsideFailures, RecipientsService],
  exports: [FailingService],
})
export class RecipientsModule {}
