import { Module } from '@nestjs/common';
import { ChainController } from './chain/chain.controller.js';
import { ChainService } from './chain/chain.service.js';
import { EntriesController } from './entries/entries.controller.js';
import { EntriesService } from './entries/entries.service.js';

@Module({ controllers: [ChainController, EntriesController], providers: [ChainService, EntriesService] })
export class AuditModule {}
