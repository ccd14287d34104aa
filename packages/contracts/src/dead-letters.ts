import { z } from 'zod';
import { services, type ServiceName } from './access.js';
import { defineOperation } from './operation.js';
import { Id, Instant } from './shapes.js';

const DeadLetter = z.strictObject({ id: Id, consumer: z.string(), subject: z.string(), reason: z.string(), diedAt: Instant });

/** What a service's consumers could not digest, the oldest first, 100 at the most. */
const list = (service: ServiceName) =>
  defineOperation({
    id: `${service}.dead-letters.list`,
    summary: `Events that ${service} could not digest`,
    method: 'GET',
    path: `/dead-letters/${service}`,
    access: 'operator',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(DeadLetter) }),
    example: { input: {} },
  });

const retry = (service: ServiceName) =>
  defineOperation({
    id: `${service}.dead-letters.retry`,
    summary: `Hand them to their consumers again`,
    method: 'POST',
    path: `/dead-letters/${service}/retry`,
    access: 'operator',
    input: z.strictObject({}),
    output: z.strictObject({ taken: z.int(), refused: z.int() }),
    example: { input: {} },
  });

/** Every service has both; the platform serves them. */
export const deadLetterOperations = Object.fromEntries(
  services.map((service) => [service, { list: list(service), retry: retry(service) }]),
) as Record<ServiceName, { list: ReturnType<typeof list>; retry: ReturnType<typeof retry> }>;
