import { applyDecorators, SetMetadata, UseFilters, UseInterceptors } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { ServiceName } from '@alianza/contracts/access';
import { streamOf, type EventType } from '@alianza/contracts/event';
import { OnceInterceptor } from './inbox.js';
import { UndigestedFilter } from './undigested.filter.js';

/** What a durable consumer wants: one event, or all of a service; how many at a time. */
export interface Consumption {
  /** Begins with the name of the service that consumes: nobody else may read under it. */
  durable: string;
  stream: ServiceName;
  filter: string;
  batch: number;
  /** Subjects that lead to something; every other is acknowledged unread. Without it: all. */
  heeds?: (subject: string) => boolean;
}

/** A method's consumption, for whoever asks a class what it consumes. */
export const CONSUMPTION = 'alianza:consumption';

const bind = (consumption: Consumption): MethodDecorator =>
  applyDecorators(
    EventPattern(consumption.durable, { ...consumption }) as MethodDecorator,
    SetMetadata(CONSUMPTION, consumption),
    UseFilters(UndigestedFilter),
  );
const nameFor = (stream: ServiceName, durable: string) => `${durable}-${stream}`;

/** Binds a controller method `(event)` to an event under a durable name: once per event, inside one transaction of its network. */
export const Consumes = (event: EventType, durable: string): MethodDecorator =>
  applyDecorators(bind({ durable, stream: streamOf(event), filter: event.subject, batch: 1 }), UseInterceptors(OnceInterceptor));

/** The same for every event of a service that the consumer heeds. */
export const ConsumesAll = (stream: ServiceName, durable: string, heeds: (subject: string) => boolean): MethodDecorator =>
  applyDecorators(
    bind({ durable: nameFor(stream, durable), stream, filter: `ev.${stream}.>`, batch: 1, heeds }),
    UseInterceptors(OnceInterceptor),
  );

/** Binds a method `(events)` to batches of every event of a service; once and in which transaction is the method's own care. */
export const ConsumesBatches = (stream: ServiceName, durable: string, batch = 100): MethodDecorator =>
  bind({ durable: nameFor(stream, durable), stream, filter: `ev.${stream}.>`, batch });
