import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { EndingService } from './ending.service.js';
import { LeavingService } from './leaving.service.js';
import { ListingService } from './listing.service.js';
import { RolesController } from './roles.controller.js';
import { RolesService } from './roles.service.js';

@Module({
  imports: [PeopleModule],
  controllers: [RolesController],
  providers: [EndingService, LeavingService, ListingService, RolesService],
  exports: [EndingService, LeavingService, RolesService],
})
export class RolesModule {}
