import { Module } from '@nestjs/common';
import { HandoversConsumers } from './handovers.consumers.js';
import { ReleaseService } from './release.service.js';

@Module({ controllers: [HandoversConsumers], providers: [ReleaseService] })
export class HandoversModule {}
