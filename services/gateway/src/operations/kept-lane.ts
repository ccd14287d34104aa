import { Inject, Injectable } from '@nestjs/common';
import type { Operation } from '@alianza/contracts/operation';
import type { Answer } from '@alianza/platform/nats/wire';
import type { Durations } from '@alianza/platform/observe/instruments';
import { Observer } from '@alianza/platform/observe/observer';
import { CONFIG, LOG, type Log } from '@alianza/platform/run/service-definition';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { GatewayConfig } from '../config.js';
import { correlationOf } from '../http/correlation.js';
import { hasTooManyHeaders } from '../http/excess.js';
import type { Leaving } from '../http/leaving.js';
import { fewHeaders } from './few-headers.js';
import type { Arrived } from '../http/peers.js';
import { requestLines } from '../http/request-lines.js';
import { securityHeaders } from '../http/security-headers.js';
import { Admission } from '../limits/admission.js';
import { publicHeaders, routeOf } from './operation.controllers.js';
import { PublicAnswers, type KeptAnswer } from './public-answers.js';

/** How an operation stands in log and metrics. */
interface Told {
  readonly log: (ms: number, correlation: string) => void;
  readonly took: Durations;
}

/**
 * A kept answer to what anybody may read goes out before routes, hooks and controllers, which would cost more than the answer. It counts against
 * limits and stands in log and metrics as if it had met them all. Whoever would be refused, or holds a version already, takes the long way.
 */
@Injectable()
export class KeptLane {
  private readonly headers: readonly string[];
  private readonly lines: ReturnType<typeof requestLines>;
  private readonly told = new Map<Operation, Told>();
  /** Names and values by turns, all but the id of the request. */
  private readonly heads = new WeakMap<Answer, readonly string[]>();

  constructor(
    @Inject(CONFIG) { ORIGIN }: Pick<GatewayConfig, 'ORIGIN'>,
    @Inject(LOG) log: Log,
    private readonly answers: PublicAnswers,
    private readonly admission: Admission,
    private readonly observer: Observer,
  ) {
    this.headers = Object.entries({ ...securityHeaders(ORIGIN).own, ...publicHeaders }).flat();
    this.lines = requestLines(log);
  }

  /** Where requests are traced, and once this gateway leaves, every one of them takes the long way. */
  open(server: Server, leaving: Pick<Leaving, 'begun'>): void {
    if (this.observer.tracing) return;
    const longWay = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request').on('request', (request, response) => {
      if (leaving.begun || !this.answer(request, response)) for (const listener of longWay) listener(request, response);
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || hasTooManyHeaders(request)) return false;
    const headers = fewHeaders(request.rawHeaders);
    if (headers?.['if-none-match'] !== undefined) return false;
    const kept = headers && this.answers.at({ url: request.url, headers });
    if (!kept || !this.admits({ headers, socket: request.socket })) return false;
    this.send(kept, correlationOf(headers), response);
    return true;
  }

  /** Refusals speak the reader's language, which is found out on the long way. */
  private admits(request: Arrived): boolean {
    try {
      this.admission.toPublic(request);
      return true;
    } catch {
      return false;
    }
  }

  private send({ operation, answer }: KeptAnswer, correlation: string, response: ServerResponse): void {
    const began = performance.now();
    response.writeHead(200, [...(this.heads.get(answer) ?? this.headOf(answer)), 'x-correlation-id', correlation]).end(answer.bytes);
    const ms = performance.now() - began;
    const { log, took } = this.told.get(operation) ?? this.standingOf(operation);
    took.observe(ms / 1000);
    log(ms, correlation);
  }

  private headOf(answer: Answer): readonly string[] {
    const { bytes, etag } = answer;
    const head = [...this.headers, 'content-length', String(bytes.length), ...(etag === undefined ? [] : ['etag', etag])];
    this.heads.set(answer, head);
    return head;
  }

  private standingOf(operation: Operation): Told {
    const log = this.lines({ method: 'GET', route: `/api/v1${routeOf(operation)}`, status: 200 });
    const told = { log, took: this.observer.operations.http(operation.id)('ok') };
    this.told.set(operation, told);
    return told;
  }
}
