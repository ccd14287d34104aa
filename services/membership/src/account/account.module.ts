import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { LinksModule } from '../links/links.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AddressJobs } from './addresses.jobs.js';
import { AddressesService } from './addresses.service.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [IdentityModule, LinksModule, PeopleModule],
  controllers: [AccountController],
  providers: [AccountService, AddressJobs, AddressesService, SessionsService],
})
export class AccountModule {}
