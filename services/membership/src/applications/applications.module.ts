import { Module } from '@nestjs/common';
import { ActorProgressModule } from '../actors/actor-progress.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { LinksModule } from '../links/links.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsPurge } from './applications.purge.js';
import { ApplicationsService } from './applications.service.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsService } from './decisions.service.js';
import { ApplicationWarnings } from './days/application-warnings.js';
import { AssignmentService } from './desk/assignment.service.js';
import { DeskController } from './desk/desk.controller.js';
import { DisabledJobs } from './desk/disabled.jobs.js';
import { DuplicatesService } from './desk/duplicates.service.js';
import { QueueService } from './queue.service.js';

@Module({
  imports: [ActorProgressModule, InvitationsModule, LinksModule, OrganizationsModule],
  controllers: [ApplicationsController, DecisionsController, DeskController],
  providers: [
    ApplicationsPurge,
    ApplicationWarnings,
    ApplicationsService,
    AssignmentService,
    DecisionsService,
    DisabledJobs,
    DuplicatesService,
    QueueService,
  ],
})
export class ApplicationsModule {}
