import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { GuestsController } from './guests.controller.js';
import { GuestsService } from './guests.service.js';
import { ReadingService } from './reading.service.js';
import { ReviewAccessModule } from './review-access.module.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

@Module({
  imports: [PracticesModule, PublicationModule, ReviewAccessModule],
  controllers: [GuestsController, ReviewsController],
  providers: [GuestsService, ReadingService, ReviewsService],
})
export class ReviewsModule {}
