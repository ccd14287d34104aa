import { Module } from '@nestjs/common';
import { DirectoryService } from './directory.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';
import { Publication } from './publication.js';
import { ShownService } from './shown.service.js';
import { StandingController } from './standing/standing.controller.js';
import { StandingService } from './standing/standing.service.js';

@Module({
  controllers: [OrganizationsController, StandingController],
  providers: [DirectoryService, OrganizationsService, Publication, ShownService, StandingService],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
