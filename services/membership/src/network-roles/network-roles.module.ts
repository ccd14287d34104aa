import { Module } from '@nestjs/common';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { NetworkRolesController } from './network-roles.controller.js';
import { NetworkRolesService } from './network-roles.service.js';

@Module({ imports: [InvitationsModule], controllers: [NetworkRolesController], providers: [NetworkRolesService] })
export class NetworkRolesModule {}
