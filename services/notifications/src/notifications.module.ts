import { Module } from '@nestjs/common';
import { BounceListener } from './bounces/bounce-listener.js';
import { BouncesService } from './bounces/bounces.service.js';
import { DigestsJobs } from './digests/digests.jobs.js';
import { MailingRecipientsService } from './mailings/mailing-recipients.service.js';
import { MailingViews } from './mailings/mailing-views.service.js';
import { MailingsController } from './mailings/mailings.controller.js';
import { MailingsJobs } from './mailings/mailings.jobs.js';
import { MailingsService } from './mailings/mailings.service.js';
import { LettersService } from './mails/letters.service.js';
import { Mailer } from './mails/mailer.js';
import { MailsController } from './mails/mails.controller.js';
import { MailPlanner } from './mails/mail-planner.js';
import { MailsService } from './mails/mails.service.js';
import { NetworksConsumers } from './networks/networks.consumers.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticesService } from './notices/notices.service.js';
import { PlanningService } from './notices/planning.service.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { PeopleConsumers } from './privacy/people.consumers.js';
import { PeopleController } from './privacy/people.controller.js';
import { MailsPurge } from './purges/mails.purge.js';
import { SettlingService } from './settling/settling.service.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { SubscriptionsService } from './subscriptions/subscriptions.service.js';

const mails = [BounceListener, BouncesService, LettersService, Mailer, MailPlanner, MailsPurge, MailsService];
const mailings = [MailingRecipientsService, MailingViews, MailingsJobs, MailingsService];

@Module({
  controllers: [
    MailingsController,
    MailsController,
    NetworksConsumers,
    NoticesController,
    PreferencesController,
    SubscriptionsController,
    PeopleConsumers,
    PeopleController,
  ],
  providers: [
    ...mails,
    ...mailings,
    DigestsJobs,
    NoticesService,
    PlanningService,
    PreferencesService,
    SettlingService,
    SubscriptionsService,
  ],
})
export class NotificationsModule {}
