import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { RolesController } from './roles.controller.js';
import { RolesService } from './roles.service.js';

@Module({ imports: [PeopleModule], controllers: [RolesController], providers: [RolesService], exports: [RolesService] })
export class RolesModule {}
