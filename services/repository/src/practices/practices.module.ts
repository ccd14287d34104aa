import { Module } from '@nestjs/common';
import { NetworksModule } from '../networks/networks.module.js';
import { PracticeDesk } from './practice-desk.js';
import { PracticesController } from './practices.controller.js';
import { PracticesService } from './practices.service.js';

@Module({
  imports: [NetworksModule],
  controllers: [PracticesController],
  providers: [PracticeDesk, PracticesService],
  exports: [PracticeDesk],
})
export class PracticesModule {}
