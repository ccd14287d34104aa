import { Module } from '@nestjs/common';
import { NetworkDays } from './network-days.js';

@Module({ providers: [NetworkDays], exports: [NetworkDays] })
export class NetworksModule {}
