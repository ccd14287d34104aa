import { Module } from '@nestjs/common';
import { ChainController } from './chain/chain.controller.js';
import { ChainService } from './chain/chain.service.js';
import { VerificationsController } from './chain/verifications.controller.js';
import { VerificationsService } from './chain/verifications.service.js';
import { ActorsService } from './entries/actors.service.js';
import { EntriesController } from './entries/entries.controller.js';
import { EntriesService } from './entries/entries.service.js';
import { ExportService } from './entries/export/export.service.js';
import { PeopleController } from './privacy/people.controller.js';

@Module({
  controllers: [ChainController, VerificationsController, EntriesController, PeopleController],
  providers: [ChainService, VerificationsService, ActorsService, EntriesService, ExportService],
})
export class AuditModule {}
