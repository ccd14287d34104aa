import { Module } from '@nestjs/common';
import { actorImportOperations } from '@alianza/contracts/membership/imports/actors';
import { importing } from '@alianza/platform/imports/importing';
import { importsController } from '@alianza/platform/imports/imports-controller';
import { ActorsModule } from '../../actors/actors.module.js';
import { OrganizationsModule } from '../../organizations/organizations.module.js';
import { ActorSheets } from './actor-sheets.js';
import { ActorRowsWriting } from './writing/actor-rows-writing.service.js';
import { ActorWriting } from './writing/actor-writing.service.js';

@Module({
  imports: [ActorsModule, OrganizationsModule],
  controllers: [importsController(actorImportOperations)],
  providers: [...importing(ActorSheets), ActorRowsWriting, ActorWriting],
})
export class ActorImportsModule {}
