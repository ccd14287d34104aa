import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { NatsConnection } from '@nats-io/transport-node';
import { operations } from '@alianza/contracts/registry';
import { isInternal } from '@alianza/contracts/access';
import { serviceOf, type Operation } from '@alianza/contracts/operation';
import type { Consumption } from '../events/consumes.decorator.js';
import { DeadLetters } from '../events/dead-letters.js';
import { EventsServer } from '../events/events.server.js';
import { Observer } from '../observe/observer.js';
import { PassReader } from '../principals/pass.js';
import { LOG, SERVICE, type Log, type ServiceDefinition } from '../run/service-definition.js';
import { NATS } from './connection.js';
import { OperationsServer } from './operations.server.js';

/** Nest's transport strategy: operations by request and reply, events through durable consumers. */
@Injectable()
export class NatsTransport extends Server implements CustomTransportStrategy, BeforeApplicationShutdown {
  override readonly propagatesEventHandlerErrors = true; // a failed effect is delivered again
  private readonly operations: OperationsServer;
  private readonly events: EventsServer;
  private closing: Promise<unknown> | null = null;

  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(LOG) log: Log,
    passes: PassReader,
    deadLetters: DeadLetters,
    observer: Observer,
  ) {
    super();
    this.operations = new OperationsServer(nats, service.name, passes, log, observer);
    this.events = new EventsServer(nats, deadLetters, log, service, observer);
  }

  /** Nest itself would silently replace the first operation of a name, and chain two consumers of one. */
  override addHandler(pattern: string, ...rest: [MessageHandler, boolean?, Record<string, unknown>?]): void {
    if (this.messageHandlers.has(pattern)) throw new Error(`${pattern} is declared twice`);
    super.addHandler(pattern, ...rest);
  }

  listen(ready: (error?: unknown) => void): void {
    this.bind().then(
      () => ready(),
      (error: unknown) => ready(error),
    );
  }

  /** Beside the jobs that are finished at this stage, so that their times do not add up. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    if (this.nats.isClosed()) return; // closed before, or lost for good: there is nothing to drain
    this.closing ??= Promise.all([this.operations.close(), this.events.close()]);
    await this.closing;
  }

  override on(): never {
    throw new Error('watch the connection itself');
  }

  override unwrap<T>(): T {
    return this.nats as T;
  }

  private async bind(): Promise<void> {
    const handlers = [...this.messageHandlers.values()];
    const served = handlers
      .filter((handler) => !handler.isEventHandler)
      .map((handler) => [handler.extras?.operation as Operation, handler] as const);
    this.refuseMissing(served.map(([operation]) => operation));
    for (const [operation, handler] of served) this.operations.serve(operation, handler);
    const consumed = handlers
      .filter((handler) => handler.isEventHandler)
      .map((handler) => [handler.extras as unknown as Consumption, handler] as const);
    for (const [{ durable }] of consumed) this.refuseForeignName(durable);
    await Promise.all(consumed.map(([consumption, handler]) => this.events.consume(consumption, handler)));
    await this.nats.flush();
  }

  /** A durable name says whose it is, so that NATS can keep everybody else from it. */
  private refuseForeignName(durable: string): void {
    const { name } = this.service;
    if (!durable.startsWith(`${name}-`)) throw new Error(`a consumer of ${name} is called ${name}-…, and not ${durable}`);
  }

  /** Every operation whose id begins with this service's name needs a handler here, and no other has one. */
  private refuseMissing(served: readonly Operation[]): void {
    const own = operations.filter((operation) => serviceOf(operation) === this.service.name);
    const missing = own.filter((operation) => !served.includes(operation));
    if (missing.length > 0) throw new Error(`no handler for ${missing.map(({ id }) => id).join(', ')}`);
    const foreign = served.filter((operation) => !own.includes(operation));
    if (foreign.length > 0) throw new Error(`not an operation of ${this.service.name}: ${foreign.map(({ id }) => id).join(', ')}`);
    for (const { id, access } of served)
      if (isInternal(access) && access.internal.length === 0) throw new Error(`${id} names no service that may call it`);
  }
}
