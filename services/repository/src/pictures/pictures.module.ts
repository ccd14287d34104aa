import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { PicturesController } from './pictures.controller.js';
import { PicturesService } from './pictures.service.js';

@Module({ imports: [AttachmentsModule], controllers: [PicturesController], providers: [PicturesService] })
export class PicturesModule {}
