import { Module } from '@nestjs/common';
import { ApplicationsModule } from './applications/applications.module.js';
import { CorrespondentsModule } from './correspondents/correspondents.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { LettersModule } from './letters/letters.module.js';
import { LinksModule } from './links/links.module.js';
import { NetworksModule } from './networks/networks.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { PeopleModule } from './people/people.module.js';
import { PrincipalsModule } from './principals/principals.module.js';
import { RecipientsModule } from './recipients/recipients.module.js';
import { ReviewersModule } from './reviewers/reviewers.module.js';
import { RolesModule } from './roles/roles.module.js';

const admission = [ApplicationsModule, CorrespondentsModule, ImportsModule, InvitationsModule, LinksModule, RecipientsModule];

@Module({
  imports: [
    NetworksModule,
    OrganizationsModule,
    PeopleModule,
    RolesModule,
    LettersModule,
    HandoversModule,
    ReviewersModule,
    PrincipalsModule,
    ...admission,
  ],
})
export class MembershipModule {}
