import { Module } from '@nestjs/common';
import { DirectoryService } from './directory.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';
import { Publication } from './publication.js';

@Module({
  controllers: [OrganizationsController],
  providers: [DirectoryService, OrganizationsService, Publication],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
