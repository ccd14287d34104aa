import { z } from 'zod';
import type { ServiceName } from './access.js';

/** A fact that happened: past tense, versioned. `data` is the state it names: no contact data, no draft text, no ballot. */
export interface EventType<Data extends z.ZodType = z.ZodType> {
  readonly type: 'event';
  readonly subject: `ev.${ServiceName}.${string}.v${number}`;
  readonly data: Data;
  /** Fields of `data` that a person wrote freely: the audit keeps them apart, so that they can be redacted. */
  readonly freeText: readonly string[];
}

export const defineEvent = <D extends z.ZodType>(
  definition: Pick<EventType<D>, 'subject' | 'data'> & { freeText?: readonly string[] },
): EventType<D> => ({
  type: 'event',
  freeText: [],
  ...definition,
});

/** Who did it: a person, for whom they acted, or a service by itself. */
export const Actor = z.object({
  personId: z.uuid().nullable(),
  organizationId: z.uuid().nullable(),
  service: z.string().nullable(),
});
export type Actor = z.infer<typeof Actor>;

/** What travels. `aggregateVersion` grows by at least one with each change of the aggregate; `networkId` is null for network-less facts. */
export interface Event<Data = unknown> {
  id: string;
  subject: string;
  networkId: string | null;
  aggregateId: string;
  aggregateVersion: number;
  occurredAt: string;
  actor: Actor;
  /** Correlation id of the request, or id of the event, that led to it. */
  cause: string;
  data: Data;
}

export type DataOf<T extends EventType> = z.output<T['data']>;
export const streamOf = ({ subject }: Pick<EventType, 'subject'>): ServiceName => subject.split('.')[1] as ServiceName;
