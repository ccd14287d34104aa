import { Module } from '@nestjs/common';
import { PracticeDesk } from './practice-desk.js';
import { PracticesController } from './practices.controller.js';
import { PracticesService } from './practices.service.js';

@Module({ controllers: [PracticesController], providers: [PracticeDesk, PracticesService], exports: [PracticeDesk] })
export class PracticesModule {}
