import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ActorProgress } from './actor-progress.service.js';

@Module({ imports: [OrganizationsModule], providers: [ActorProgress], exports: [ActorProgress] })
export class ActorProgressModule {}
