import { Module } from '@nestjs/common';
import { memberImportOperations } from '@alianza/contracts/membership/imports/members';
import { importing } from '@alianza/platform/imports/importing';
import { importsController } from '@alianza/platform/imports/imports-controller';
import { ActorProgressModule } from '../actors/actor-progress.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { MemberSheets } from './member-sheets.js';
import { MemberWriting } from './writing/member-writing.service.js';
import { RowsWriting } from './writing/rows-writing.service.js';
import { Settling } from './writing/settling.service.js';

@Module({
  imports: [ActorProgressModule, OrganizationsModule],
  controllers: [importsController(memberImportOperations)],
  providers: [...importing(MemberSheets), MemberWriting, RowsWriting, Settling],
})
export class ImportsModule {}
