import { Module } from '@nestjs/common';
import { importing } from '@alianza/platform/imports/importing';
import { ActorProgressModule } from '../actors/actor-progress.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ImportsController } from './imports.controller.js';
import { MemberSheets } from './member-sheets.js';
import { MemberWriting } from './writing/member-writing.service.js';
import { RowsWriting } from './writing/rows-writing.service.js';
import { Settling } from './writing/settling.service.js';

@Module({
  imports: [ActorProgressModule, OrganizationsModule],
  controllers: [ImportsController],
  providers: [...importing(MemberSheets), MemberWriting, RowsWriting, Settling],
})
export class ImportsModule {}
