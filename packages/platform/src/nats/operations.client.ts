import { Inject, Injectable } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Principal } from '@alianza/contracts/membership/principals';
import { subjectOf, type Operation, type OutputOf } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { MsgHdrs, NatsConnection } from '@nats-io/transport-node';
import { RequestError } from '@nats-io/transport-node';
import type { z } from 'zod';
import { Observer } from '../observe/observer.js';
import { inShortSpan } from '../observe/tracing.js';
import { PassSigner } from '../principals/pass.js';
import { serviceItself } from '../principals/principals.js';
import { correlation } from '../run/log.js';
import { SERVICE, type ServiceDefinition } from '../run/service-definition.js';
import { newId } from '../ids.js';
import { NATS } from './connection.js';
import { askHere } from './operations.server.js';
import { readWire, withHeaders, type Answer } from './wire.js';

export interface Asking {
  principal: Principal;
  /** JSON. */
  body: string;
  /** Milliseconds. */
  timeout?: number | undefined;
  lang?: PortalLanguage | undefined;
  /** The network's own language, for what is not in `lang`. */
  fallback?: PortalLanguage | undefined;
  version?: string | undefined;
  idempotencyKey?: string | undefined;
}

const patience = 5000;
const signing = { name: 'sign the pass', hop: 'signature' } as const;

/** Calls operations, wherever they are served. */
@Injectable()
export class OperationsClient {
  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(SERVICE) private readonly service: Pick<ServiceDefinition, 'name'>,
    private readonly passes: PassSigner,
    private readonly observer: Observer = Observer.idle,
  ) {}

  /** As this service itself: for operations whose access is `internal` and names it. */
  async ask<T extends Operation>(operation: T, input: z.input<T['input']>, networkId: string | null): Promise<OutputOf<T>> {
    const body = JSON.stringify(input satisfies object);
    const answer = await this.send(operation, { principal: serviceItself(this.service.name, networkId), body });
    return JSON.parse(answer.body) as OutputOf<T>;
  }

  /** Bytes in, bytes out; a refusal is thrown as the DomainError it was. A read that nobody took is sent once more: somebody may just be leaving. */
  async send(operation: Operation, asking: Asking): Promise<Answer> {
    try {
      return await this.request(operation, asking);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      const nobody = error instanceof RequestError && error.isNoResponders();
      if (!nobody || operation.method !== 'GET') throw unavailable(operation);
    }
    return this.request(operation, asking).catch((error: unknown) => {
      throw error instanceof DomainError ? error : unavailable(operation);
    });
  }

  private async request(operation: Operation, asking: Asking): Promise<Answer> {
    const { body, timeout = patience } = asking;
    const begun = this.observer.operations.asks(operation).begin();
    let code = 'unavailable';
    try {
      const headers = begun.run(() => this.headersOf(operation, asking, begun.traceparent));
      const subject = subjectOf(operation);
      const answer = readWire(
        await (askHere(this.nats, { subject, body, headers, timeout }) ?? this.nats.request(subject, body, { timeout, headers })),
      );
      code = 'ok';
      return answer;
    } catch (error) {
      if (error instanceof DomainError) ({ code } = error);
      throw error;
    } finally {
      begun.end(code);
    }
  }

  private headersOf(operation: Operation, asking: Asking, traceparent: string | undefined): MsgHdrs {
    const { principal, body, timeout = patience, lang, fallback, version, idempotencyKey } = asking;
    const sign = () => this.passes.sign(principal, subjectOf(operation), operation.method === 'GET' ? null : body);
    return withHeaders({
      principal: inShortSpan(signing, sign),
      left: String(timeout),
      correlation: correlation.getStore() ?? newId(),
      lang: lang && [lang, fallback ?? lang].join(),
      'if-match': version,
      'idempotency-key': idempotencyKey,
      traceparent,
    });
  }
}

const unavailable = ({ id }: Operation) => new DomainError(generalErrors.unavailable, { operation: id });
