import { Module } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.js';
import { RegisterService } from './register.service.js';
import { ReplicationDesk } from './replication-desk.js';
import { ReplicationsController } from './replications.controller.js';
import { ReplicationsService } from './replications.service.js';

@Module({ controllers: [ReplicationsController], providers: [ConfirmationsService, RegisterService, ReplicationDesk, ReplicationsService] })
export class ReplicationsModule {}
