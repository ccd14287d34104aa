import { z } from 'zod';
import { services, type ServiceName } from './access.js';
import { defineOperation } from './operation.js';
import { Id, Instant } from './shapes.js';

const About = z.strictObject({
  id: Id,
  consumer: z.string(),
  subject: z.string(),
  /** Null of facts that concern no network, and of what was no event at all. */
  networkId: z.string().nullable(),
  aggregateId: z.string().nullable(),
});

const DeadLetter = About.extend({
  /** Of the last try: when it was delivered, or when somebody had it tried again. */
  reason: z.string(),
  diedAt: Instant,
  /** How often somebody had it tried again, and when it was refused last. */
  retries: z.int(),
  refusedAt: Instant.nullable(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** How many of a consumer's wait. */
const ConsumerLetters = z.strictObject({ consumer: z.string(), waiting: z.int() });
export type ConsumerLetters = z.infer<typeof ConsumerLetters>;

const Taken = About.extend({ diedAt: Instant, takenAt: Instant });
export type TakenLetter = z.infer<typeof Taken>;

/** What a service's consumers could not digest, those first that a retry takes first, 100 at the most; how many
 * there are in all and of each consumer; and what they took of it in the last seven days. */
const list = <const S extends ServiceName>(service: S) =>
  defineOperation({
    id: `${service}.dead-letters.list`,
    summary: `Events that ${service} could not digest`,
    method: 'GET',
    path: `/dead-letters/${service}`,
    access: 'operator',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(DeadLetter), total: z.int(), consumers: z.array(ConsumerLetters), taken: z.array(Taken) }),
    example: { input: {} },
  });

const retry = <const S extends ServiceName>(service: S) =>
  defineOperation({
    id: `${service}.dead-letters.retry`,
    summary: `Hand them to their consumers again: one, all of a consumer, or all; 100 at a time`,
    method: 'POST',
    path: `/dead-letters/${service}/retry`,
    access: 'operator',
    input: z.strictObject({ id: Id.optional(), consumer: z.string().max(200).optional() }),
    output: z.strictObject({ taken: z.int(), refused: z.int() }),
    example: { input: {} },
  });

const NetworkLetter = DeadLetter.pick({ id: true, subject: true, aggregateId: true, diedAt: true, retries: true, refusedAt: true });
export type NetworkLetter = z.infer<typeof NetworkLetter>;

/** The same for the network's own secretariat: its facts alone, without what a programmer would want to know. */
const own = <const S extends ServiceName>(service: S) =>
  defineOperation({
    id: `${service}.network-dead-letters.list`,
    summary: `Events of the network that ${service} could not digest`,
    method: 'GET',
    path: `/{network}/dead-letters/${service}`,
    access: { permission: 'network:configure' },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(NetworkLetter), total: z.int() }),
    example: { input: {} },
  });

const retryOwn = <const S extends ServiceName>(service: S) =>
  defineOperation({
    id: `${service}.network-dead-letters.retry`,
    summary: `Hand the network's own to their consumers again: one, or all; 100 at a time`,
    method: 'POST',
    path: `/{network}/dead-letters/${service}/retry`,
    access: { permission: 'network:configure' },
    input: z.strictObject({ id: Id.optional() }),
    output: z.strictObject({ taken: z.int(), refused: z.int() }),
    example: { input: {} },
  });

type List<S extends ServiceName> = ReturnType<typeof list<S>>;
type Retry<S extends ServiceName> = ReturnType<typeof retry<S>>;
type Own<S extends ServiceName> = ReturnType<typeof own<S>>;
type RetryOwn<S extends ServiceName> = ReturnType<typeof retryOwn<S>>;

/** Every service has all four; the platform serves them. */
export const deadLetterOperations = Object.fromEntries(
  services.map((service) => [service, { list: list(service), retry: retry(service), own: own(service), retryOwn: retryOwn(service) }]),
) as {
  [S in ServiceName]: { list: List<S>; retry: Retry<S>; own: Own<S>; retryOwn: RetryOwn<S> };
};
export type DeadLetterOperation = { [S in ServiceName]: List<S> | Retry<S> | Own<S> | RetryOwn<S> }[ServiceName];
