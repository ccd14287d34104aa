import { Module } from '@nestjs/common';
import { AccountModule } from './account/account.module.js';
import { ActorsModule } from './actors/actors.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { CorrespondentsModule } from './correspondents/correspondents.module.js';
import { DeskModule } from './desk/desk.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { ActorImportsModule } from './imports/actors/actor-imports.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { LettersModule } from './letters/letters.module.js';
import { LinksModule } from './links/links.module.js';
import { NamesModule } from './names/names.module.js';
import { NetworkRolesModule } from './network-roles/network-roles.module.js';
import { NetworksModule } from './networks/networks.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { PeopleModule } from './people/people.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { PrincipalsModule } from './principals/principals.module.js';
import { RecipientsModule } from './recipients/recipients.module.js';
import { ReviewersModule } from './reviewers/reviewers.module.js';
import { RolesModule } from './roles/roles.module.js';
import { SearchBoxModule } from './search-box/search-box.module.js';

const imports = [ActorImportsModule, ImportsModule];
const admission = [ApplicationsModule, CorrespondentsModule, InvitationsModule, LinksModule, RecipientsModule];

@Module({
  imports: [
    NetworksModule,
    CalendarsModule,
    OrganizationsModule,
    ActorsModule,
    PeopleModule,
    AccountModule,
    PrivacyModule,
    RolesModule,
    NetworkRolesModule,
    NamesModule,
    SearchBoxModule,
    LettersModule,
    DeskModule,
    HandoversModule,
    ReviewersModule,
    PrincipalsModule,
    ...admission,
    ...imports,
  ],
})
export class MembershipModule {}
