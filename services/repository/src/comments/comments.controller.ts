import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { addComment, answerComment, resolveComment } from '@alianza/contracts/repository/review/comments';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { CommentsService } from './comments.service.js';

@Controller()
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Operation(addComment)
  add(input: InputOf<typeof addComment>, call: Call) {
    return this.comments.add(input, call);
  }

  @Operation(resolveComment)
  resolve(input: InputOf<typeof resolveComment>, call: Call) {
    return this.comments.resolve(input, call);
  }

  @Operation(answerComment)
  answer(input: InputOf<typeof answerComment>, call: Call) {
    return this.comments.answer(input, call);
  }
}
