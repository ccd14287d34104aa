import { Controller, Get, Inject, Res, UseGuards } from '@nestjs/common';
import { operations } from '@alianza/contracts/registry';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { issuerOf, type GatewayConfig } from '../config.js';
import type { EdgeReply } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { openApi } from './openapi.js';

@Controller('api')
@UseGuards(CountedAsRead)
export class OpenApiController {
  private document: string | null = null;

  constructor(@Inject(CONFIG) private readonly config: GatewayConfig) {}

  @Get('openapi.json')
  describe(@Res() reply: EdgeReply): void {
    this.document ??= JSON.stringify(openApi(operations, { origin: this.config.ORIGIN, issuer: issuerOf(this.config) }));
    reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }).send(this.document);
  }
}
