import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { ImportReading } from './reading/import-reading.service.js';
import { ImportApplication } from './steps/import-application.service.js';
import { ImportSteps } from './steps/import-steps.service.js';
import { ImportJobs } from './steps/imports.jobs.js';
import { MemberWriting } from './steps/member-writing.service.js';

@Module({
  imports: [OrganizationsModule],
  controllers: [ImportsController],
  providers: [ImportApplication, ImportJobs, ImportReading, ImportSteps, ImportsService, MemberWriting],
})
export class ImportsModule {}
