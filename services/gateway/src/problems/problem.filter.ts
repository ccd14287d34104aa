import { Catch, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { refuse } from './refuse.js';

/** Where every error of an HTTP request ends. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    refuse({ error, request: http.getRequest<EdgeRequest>(), reply: http.getResponse<EdgeReply>(), log: this.log });
  }
}
