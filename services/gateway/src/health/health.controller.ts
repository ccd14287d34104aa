import { Controller, Get, Res } from '@nestjs/common';
import { Health } from '@alianza/platform/run/health';
import type { EdgeReply } from '../http/edge-request.js';

@Controller('salud')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get()
  alive(@Res() reply: EdgeReply): void {
    reply.header('cache-control', 'no-store').send({ status: 'ok' });
  }

  @Get('listo')
  async ready(@Res() reply: EdgeReply): Promise<void> {
    const readiness = await this.health.readiness();
    const all = Object.values(readiness).every(Boolean);
    reply
      .status(all ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(readiness);
  }
}
