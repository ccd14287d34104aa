import { Module } from '@nestjs/common';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { MintingService } from './minting.service.js';

@Module({ controllers: [LinksController], providers: [LinksService, MintingService], exports: [LinksService] })
export class LinksModule {}
