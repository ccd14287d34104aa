import type { Type } from '@nestjs/common';
import type { Options } from '@mikro-orm/postgresql';
import type { ServiceName } from '@alianza/contracts/access';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { BaseConfig } from './config.js';

/** How often an event is handed to a consumer that does not digest it, and the milliseconds in between. */
export interface Redelivery {
  readonly tries: number;
  readonly pause: (delivered: number) => number;
}

/** What a service is: its name, its module, its tables, its background work and what it wants configured. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  readonly module: Type;
  /** Entities and migrations. */
  readonly orm: Options;
  /** Queues of background work, made by the owner together with the migrations. */
  readonly queues: readonly string[];
  /** Keys it reads besides the base configuration. */
  readonly config?: z.ZodObject;
  /** Where the usual patience with events does not fit. */
  readonly redelivery?: Redelivery;
}

/** Injected under these names into whatever needs them. */
export const SERVICE = Symbol('service definition');
export const CONFIG = Symbol('configuration');
export const LOG = Symbol('log');

export type Config<S extends z.ZodObject = z.ZodObject> = BaseConfig & z.output<S>;
export type Log = Logger;
