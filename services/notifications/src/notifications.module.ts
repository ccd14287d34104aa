import { Module } from '@nestjs/common';
import { Mailer } from './mails/mailer.js';
import { MailsService } from './mails/mails.service.js';
import { NetworksConsumers } from './networks/networks.consumers.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticesService } from './notices/notices.service.js';
import { PlanningService } from './notices/planning.service.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { PreferencesService } from './preferences/preferences.service.js';

@Module({
  controllers: [NetworksConsumers, NoticesController, PreferencesController],
  providers: [Mailer, MailsService, NoticesService, PlanningService, PreferencesService],
})
export class NotificationsModule {}
