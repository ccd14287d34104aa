import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { RegistrationService } from './registration.service.js';

@Module({ controllers: [PeopleController], providers: [PeopleService, RegistrationService], exports: [RegistrationService] })
export class PeopleModule {}
