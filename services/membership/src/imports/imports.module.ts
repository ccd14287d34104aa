import { Module } from '@nestjs/common';
import { memberImportOperations } from '@alianza/contracts/membership/imports/members';
import { importing } from '@alianza/platform/imports/importing';
import { importsController } from '@alianza/platform/imports/imports-controller';
import { ActorProgressModule } from '../actors/actor-progress.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { MemberSheets } from './member-sheets.js';
import { MemberWriting } from './writing/member-writing.service.js';
import { RowsWriting } from './writing/rows-writing.service.js';
import { TitularInviting } from './writing/titular-inviting.service.js';

@Module({
  imports: [ActorProgressModule, InvitationsModule, OrganizationsModule, RolesModule],
  controllers: [importsController(memberImportOperations)],
  providers: [...importing(MemberSheets), MemberWriting, RowsWriting, TitularInviting],
})
export class ImportsModule {}
