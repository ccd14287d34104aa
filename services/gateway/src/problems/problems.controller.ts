import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { EdgeReply } from '../http/edge-request.js';
import { newNonce, policyWithNonce } from '../http/security-headers.js';
import { chooseLanguage } from '../language/language.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { problemCodes } from './problem-codes.js';
import { problemPage } from './problem-page.js';
import { describe } from './problem.js';

/** The page to which the `type` of a problem leads. */
@Controller('api/problems')
@UseGuards(CountedAsRead)
export class ProblemsController {
  @Get(':code')
  explain(@Param('code') code: string, @Query('lang') asked: unknown, @Res() reply: EdgeReply): void {
    if (!problemCodes.includes(code)) throw new DomainError(generalErrors['route-not-found']);
    const [lang, nonce] = [chooseLanguage({ asked }), newNonce()];
    const page = problemPage({ lang, code, ...describe(code, lang), nonce, traceId: null, address: null });
    reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-language': lang, 'content-security-policy': policyWithNonce(nonce) })
      .send(page);
  }
}
