import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { PrincipalsController } from './principals.controller.js';
import { PrincipalsService } from './principals.service.js';

@Module({ imports: [PeopleModule], controllers: [PrincipalsController], providers: [PrincipalsService] })
export class PrincipalsModule {}
