import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { attachment } from './content-disposition.js';
import { DownloadsService } from './downloads.service.js';

@Controller('files')
@UseGuards(CountedAsRead)
export class DownloadsController {
  constructor(private readonly downloads: DownloadsService) {}

  @Get(':ticket')
  async send(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    if (request.method === 'HEAD') throw new DomainError(generalErrors['route-not-found']); // looking must not spend it
    const { ticket, bytes, size } = await this.downloads.open(request.params.ticket ?? '');
    reply.headers({
      'content-type': ticket.type,
      'content-length': size,
      'content-disposition': attachment(ticket.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    reply.send(bytes);
  }
}
