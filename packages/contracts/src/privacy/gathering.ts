import { z } from 'zod';
import type { ServiceName } from '../access.js';
import { defineOperation } from '../operation.js';
import { Id } from '../shapes.js';

/** One thing that a service keeps of a person: what kind of thing, since when, and what it says. A kind names a file of the copy. */
export const Gathered = z.strictObject({
  kind: z.string().regex(/^[a-z-]+$/),
  at: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type Gathered = z.infer<typeof Gathered>;

/** Page by page what a service keeps of a person in a network; `next` is where the following page begins. */
const gathering = <const S extends Exclude<ServiceName, 'gateway' | 'membership'>>(service: S) =>
  defineOperation({
    id: `${service}.people.gather`,
    summary: 'What is kept of a person here, for the copy they asked for',
    method: 'POST',
    path: `/internal/${service}/people/gather`,
    access: { internal: ['membership'] },
    input: z.strictObject({ personId: Id, after: z.string().max(100).optional() }),
    output: z.strictObject({ items: z.array(Gathered), next: z.string().nullable() }),
    example: { input: { personId: '01890000-0000-7000-8000-00000000d0de' } },
  });

export const gatherFromRepository = gathering('repository');
export const gatherFromNotifications = gathering('notifications');
export const gatherFromAudit = gathering('audit');
