import { Module } from '@nestjs/common';
import { LinksModule } from '../links/links.module.js';
import { CorrespondentsController } from './correspondents.controller.js';
import { CorrespondentsPurge } from './correspondents.purge.js';
import { CorrespondentsService } from './correspondents.service.js';

@Module({ imports: [LinksModule], controllers: [CorrespondentsController], providers: [CorrespondentsService, CorrespondentsPurge] })
export class CorrespondentsModule {}
