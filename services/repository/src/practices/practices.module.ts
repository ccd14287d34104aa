import { Module } from '@nestjs/common';
import { NetworksModule } from '../networks/networks.module.js';
import { DraftingService } from './drafting.service.js';
import { PracticeDesk } from './practice-desk.js';
import { PracticesController } from './practices.controller.js';
import { PracticesService } from './practices.service.js';

@Module({
  imports: [NetworksModule],
  controllers: [PracticesController],
  providers: [DraftingService, PracticeDesk, PracticesService],
  exports: [DraftingService, PracticeDesk],
})
export class PracticesModule {}
