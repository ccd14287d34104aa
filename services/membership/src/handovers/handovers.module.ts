import { Module } from '@nestjs/common';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { CompletionModule } from './completion.module.js';
import { HandoversController } from './handovers.controller.js';
import { HandoversService } from './handovers.service.js';

@Module({ imports: [CompletionModule, InvitationsModule], controllers: [HandoversController], providers: [HandoversService] })
export class HandoversModule {}
