import { Module } from '@nestjs/common';
import { NetworksModule } from '../networks/networks.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { ImportApplication } from './steps/import-application.service.js';
import { ImportReading } from './reading/import-reading.service.js';
import { ImportSteps } from './steps/import-steps.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportJobs } from './steps/imports.jobs.js';
import { ImportsService } from './imports.service.js';
import { KeptMappings } from './mapping/kept-mappings.service.js';
import { SourcedRecords } from './steps/sourced-records.service.js';

@Module({
  imports: [NetworksModule, PublicationModule],
  controllers: [ImportsController],
  providers: [ImportSteps, ImportApplication, ImportJobs, ImportReading, ImportsService, KeptMappings, SourcedRecords],
})
export class ImportsModule {}
