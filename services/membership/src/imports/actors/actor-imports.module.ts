import { Module } from '@nestjs/common';
import { importing } from '@alianza/platform/imports/importing';
import { ActorsModule } from '../../actors/actors.module.js';
import { OrganizationsModule } from '../../organizations/organizations.module.js';
import { Settling } from '../writing/settling.service.js';
import { ActorImportsController } from './actor-imports.controller.js';
import { ActorSheets } from './actor-sheets.js';
import { ActorRowsWriting } from './writing/actor-rows-writing.service.js';
import { ActorWriting } from './writing/actor-writing.service.js';

@Module({
  imports: [ActorsModule, OrganizationsModule],
  controllers: [ActorImportsController],
  providers: [...importing(ActorSheets), ActorRowsWriting, ActorWriting, Settling],
})
export class ActorImportsModule {}
