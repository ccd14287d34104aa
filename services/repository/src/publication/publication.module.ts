import { Module } from '@nestjs/common';
import { PublicationService } from './publication.service.js';
import { SlugsService } from './slugs.service.js';

@Module({ providers: [PublicationService, SlugsService], exports: [PublicationService, SlugsService] })
export class PublicationModule {}
