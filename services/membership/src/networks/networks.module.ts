import { Module } from '@nestjs/common';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { NetworksController } from './networks.controller.js';
import { NetworksService } from './networks.service.js';
import { SecretariatController } from './secretariat/secretariat.controller.js';
import { SecretariatService } from './secretariat/secretariat.service.js';
import { MarksService } from './settings/marks.service.js';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsService } from './settings/settings.service.js';
import { StatementsController } from './statements/statements.controller.js';
import { StatementsService } from './statements/statements.service.js';

@Module({
  imports: [InvitationsModule],
  controllers: [NetworksController, SecretariatController, SettingsController, StatementsController],
  providers: [MarksService, NetworksService, SecretariatService, SettingsService, StatementsService],
})
export class NetworksModule {}
