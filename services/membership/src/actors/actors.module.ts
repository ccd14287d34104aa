import { Module } from '@nestjs/common';
import { LinksModule } from '../links/links.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ActorOrganizations } from './actor-organizations.service.js';
import { ActorProgressModule } from './actor-progress.module.js';
import { ActorsController } from './actors.controller.js';
import { ActorsPurge } from './actors.purge.js';
import { ActorsService } from './actors.service.js';
import { InvitingService } from './inviting.service.js';
import { ActorListing } from './reading/listing.service.js';
import { ActorViews } from './reading/actor-views.service.js';

@Module({
  imports: [ActorProgressModule, LinksModule, OrganizationsModule],
  controllers: [ActorsController],
  providers: [ActorListing, ActorOrganizations, ActorsPurge, ActorsService, ActorViews, InvitingService],
  exports: [ActorOrganizations],
})
export class ActorsModule {}
