import { Module } from '@nestjs/common';
import { PublicationModule } from '../publication/publication.module.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

@Module({ imports: [PublicationModule], controllers: [ReviewsController], providers: [ReviewsService] })
export class ReviewsModule {}
