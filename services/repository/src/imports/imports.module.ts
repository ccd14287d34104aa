import { Module } from '@nestjs/common';
import { PublicationModule } from '../publication/publication.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({ imports: [PublicationModule], controllers: [ImportsController], providers: [ImportsService] })
export class ImportsModule {}
