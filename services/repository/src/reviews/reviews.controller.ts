import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import {
  assignReview,
  declinePractice,
  listReviews,
  publishPractice,
  readReview,
  requestChanges,
} from '@alianza/contracts/repository/reviews';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ReadingService } from './reading.service.js';
import { ReviewsService } from './reviews.service.js';

@Controller()
export class ReviewsController {
  constructor(
    private readonly reading: ReadingService,
    private readonly reviews: ReviewsService,
  ) {}

  @Operation(listReviews)
  list(input: InputOf<typeof listReviews>, call: Call) {
    return this.reading.list(input, call);
  }

  @Operation(readReview)
  read({ id }: InputOf<typeof readReview>, call: Call) {
    return this.reading.read(id, call);
  }

  @Operation(assignReview)
  assign(input: InputOf<typeof assignReview>, call: Call) {
    return this.reading.assign(input, call);
  }

  @Operation(requestChanges)
  requestChanges(input: InputOf<typeof requestChanges>, call: Call) {
    return this.reviews.requestChanges(input, call);
  }

  @Operation(publishPractice)
  publish({ id }: InputOf<typeof publishPractice>, call: Call) {
    return this.reviews.publish(id, call);
  }

  @Operation(declinePractice)
  decline(input: InputOf<typeof declinePractice>, call: Call) {
    return this.reviews.decline(input, call);
  }
}
