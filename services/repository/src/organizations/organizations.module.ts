import { Module } from '@nestjs/common';
import { OrganizationsConsumers } from './organizations.consumers.js';

@Module({ controllers: [OrganizationsConsumers] })
export class OrganizationsModule {}
