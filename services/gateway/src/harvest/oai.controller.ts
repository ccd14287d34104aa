import { Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { OaiService } from './oai.service.js';

/** `/oai/{network}` */
@Controller('oai')
@UseGuards(CountedAsRead)
export class OaiController {
  constructor(private readonly oai: OaiService) {}

  @Get(':network')
  async get(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const [, query = ''] = request.url.split(/\?(.*)/s);
    await this.answer(request, reply, query);
  }

  /** The same, with what is asked as a form. */
  @Post(':network')
  @HttpCode(200)
  async post(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    if (typeof request.body !== 'string' || !isForm(request))
      throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '', reason: 'wrong-content-type' }]);
    await this.answer(request, reply, request.body);
  }

  private async answer({ params }: EdgeRequest, reply: EdgeReply, asked: string): Promise<void> {
    const text = await this.oai.answer(params.network ?? '', new URLSearchParams(asked));
    reply.headers({ 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-cache' }).send(text);
  }
}

const isForm = ({ headers }: EdgeRequest) => (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
