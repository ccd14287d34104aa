import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AccountJobs } from './accounts.jobs.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { RecoveringService } from './accounts/recovering.service.js';
import { DisablingService } from './disabling.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { RegistrationService } from './registration.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [AccountsController, PeopleController],
  providers: [AccountJobs, AccountsService, DisablingService, PeopleService, RecoveringService, RegistrationService],
  exports: [AccountJobs, RegistrationService],
})
export class PeopleModule {}
