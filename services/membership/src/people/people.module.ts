import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AccountJobs } from './accounts.jobs.js';
import { DisablingService } from './disabling.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { RegistrationService } from './registration.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [PeopleController],
  providers: [AccountJobs, DisablingService, PeopleService, RegistrationService],
  exports: [RegistrationService],
})
export class PeopleModule {}
