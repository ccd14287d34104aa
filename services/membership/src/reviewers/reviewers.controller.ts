import { Controller } from '@nestjs/common';
import { checkReviewer, inviteReviewer, listReviewers } from '@alianza/contracts/membership/reviewers';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ReviewersService } from './reviewers.service.js';

@Controller()
export class ReviewersController {
  constructor(private readonly reviewers: ReviewersService) {}

  @Operation(listReviewers)
  list(_input: InputOf<typeof listReviewers>, call: Call) {
    return this.reviewers.list(call);
  }

  @Operation(inviteReviewer)
  invite(input: InputOf<typeof inviteReviewer>, call: Call) {
    return this.reviewers.invite(input, call);
  }

  @Operation(checkReviewer)
  check(input: InputOf<typeof checkReviewer>, call: Call) {
    return this.reviewers.check(input, call);
  }
}
