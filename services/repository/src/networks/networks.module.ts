import { Module } from '@nestjs/common';
import { NetworkDays } from './network-days.js';
import { TermsConsumers } from './terms.consumers.js';

@Module({ controllers: [TermsConsumers], providers: [NetworkDays], exports: [NetworkDays] })
export class NetworksModule {}
