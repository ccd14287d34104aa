import { Inject, Injectable } from '@nestjs/common';
import { operations } from '@alianza/contracts/registry';
import { Observer } from '@alianza/platform/observe/observer';
import { CONFIG, LOG, type Log } from '@alianza/platform/run/service-definition';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { GatewayConfig } from '../config.js';
import { correlationOf } from '../http/correlation.js';
import { hasTooManyHeaders } from '../http/excess.js';
import { requestLines } from '../http/request-lines.js';
import { securityHeaders } from '../http/security-headers.js';
import { Admission } from '../limits/admission.js';
import { publicHeaders, routeOf } from './operation.controllers.js';
import { PublicAnswers, type KeptAnswer } from './public-answers.js';

const routes = new Map<string, string>(operations.map((operation) => [operation.id, `/api/v1${routeOf(operation)}`]));

/**
 * A kept answer to what anybody may read goes out before routes, hooks and controllers, which would cost more than the answer. It counts against
 * limits and stands in log and metrics as if it had met them all. Whoever would be refused, or holds a version already, takes the long way.
 */
@Injectable()
export class KeptLane {
  private readonly headers: readonly string[];
  private readonly write: ReturnType<typeof requestLines>;

  constructor(
    @Inject(CONFIG) { ORIGIN }: Pick<GatewayConfig, 'ORIGIN'>,
    @Inject(LOG) log: Log,
    private readonly answers: PublicAnswers,
    private readonly admission: Admission,
    private readonly observer: Observer,
  ) {
    this.headers = Object.entries({ ...securityHeaders(ORIGIN).own, ...publicHeaders }).flat();
    this.write = requestLines(log);
  }

  /** Where requests are traced, every one of them takes the long way. */
  open(server: Server): void {
    if (this.observer.tracing) return;
    const longWay = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request').on('request', (request, response) => {
      const kept = this.answerTo(request);
      if (kept) this.send(kept, request, response);
      else for (const listener of longWay) listener(request, response);
    });
  }

  private answerTo(request: IncomingMessage): KeptAnswer | null {
    if (request.method !== 'GET' || request.headers['if-none-match'] !== undefined || hasTooManyHeaders(request)) return null;
    const kept = this.answers.at(request);
    return kept && this.admits(request) ? kept : null;
  }

  /** Refusals speak the reader's language, which is found out on the long way. */
  private admits(request: IncomingMessage): boolean {
    try {
      this.admission.toPublic(request);
      return true;
    } catch {
      return false;
    }
  }

  private send({ operation, answer: { bytes, etag } }: KeptAnswer, { headers }: IncomingMessage, response: ServerResponse): void {
    const began = performance.now();
    const correlation = correlationOf(headers);
    const own = ['content-length', String(bytes.length), 'x-correlation-id', correlation, ...(etag === undefined ? [] : ['etag', etag])];
    response.writeHead(200, [...this.headers, ...own]).end(bytes);
    const ms = performance.now() - began;
    this.observer.operations
      .http(operation.id)('ok')
      .observe(ms / 1000);
    this.write({ method: 'GET', route: routes.get(operation.id) ?? 'none', status: 200, ms, correlation });
  }
}
