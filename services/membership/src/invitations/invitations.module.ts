import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { CompletionModule } from '../handovers/completion.module.js';
import { LinksModule } from '../links/links.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { AcceptanceService } from './acceptance.service.js';
import { InvitationJobs } from './invitations.jobs.js';
import { InvitationsExpiry } from './days/invitations.expiry.js';
import { InvitationsPurge } from './invitations.purge.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { OfferingService } from './offering.service.js';

@Module({
  imports: [CompletionModule, IdentityModule, LinksModule, PeopleModule, PrivacyModule, RolesModule],
  controllers: [InvitationsController],
  providers: [AcceptanceService, InvitationJobs, InvitationsExpiry, InvitationsPurge, InvitationsService, OfferingService],
  exports: [InvitationsService, OfferingService],
})
export class InvitationsModule {}
