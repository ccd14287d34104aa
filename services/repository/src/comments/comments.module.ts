import { Module } from '@nestjs/common';
import { ReviewAccessModule } from '../reviews/review-access.module.js';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';

@Module({ imports: [ReviewAccessModule], controllers: [CommentsController], providers: [CommentsService] })
export class CommentsModule {}
