import { Module } from '@nestjs/common';
import { OrganizationsConsumers } from './organizations.consumers.js';
import { StandInService } from './stand-in.service.js';

@Module({ controllers: [OrganizationsConsumers], providers: [StandInService] })
export class OrganizationsModule {}
