import { Module } from '@nestjs/common';
import { RecipientsModule } from '../recipients/recipients.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { CategoriesService } from './categories/categories.service.js';
import { DirectoryService } from './directory.service.js';
import { HistoryService } from './history/history.service.js';
import { CorrectionsService } from './members/corrections.service.js';
import { ExportService } from './members/export.service.js';
import { MemberFileService } from './members/member-file.service.js';
import { MembersController } from './members/members.controller.js';
import { MembersService } from './members/members.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';
import { LogosService } from './profiles/logos.service.js';
import { ProfilesController } from './profiles/profiles.controller.js';
import { ProfilesService } from './profiles/profiles.service.js';
import { Publication } from './publication.js';
import { Settling } from './settling.service.js';
import { ShownService } from './shown.service.js';
import { StandingController } from './standing/standing.controller.js';
import { StandingService } from './standing/standing.service.js';

const directory = [DirectoryService, OrganizationsService, Publication, Settling, ShownService];
const facts = [CategoriesService, HistoryService, StandingService];
const members = [CorrectionsService, ExportService, MemberFileService, MembersService];
const profiles = [LogosService, ProfilesService];

@Module({
  imports: [RecipientsModule, RolesModule],
  controllers: [MembersController, OrganizationsController, ProfilesController, StandingController],
  providers: [...directory, ...facts, ...members, ...profiles],
  exports: [CategoriesService, ExportService, HistoryService, OrganizationsService, Publication, RolesModule, Settling],
})
export class OrganizationsModule {}
