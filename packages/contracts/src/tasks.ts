import { z } from 'zod';
import { defineErrors } from './errors.js';
import { Id } from './shapes.js';

export const taskErrors = defineErrors({
  'task-not-found': 'not-found',
  'task-not-open': 'conflict',
  'task-owner-not-found': 'unprocessable',
});

/** Who of the secretariat has something of a queue; null while nobody has. The version is that of who has it, not of the thing itself. */
export const TaskHolder = z.strictObject({ personId: Id.nullable(), version: z.int() });
export type TaskHolder = z.infer<typeof TaskHolder>;

/** Which part of a queue: what somebody has, or what nobody has. */
export const whose = { assigned: z.enum(['me', 'nobody']).optional() };
export type Whose = z.infer<typeof whose.assigned>;

/** What each row of such a queue says; null also to whom it is not told. */
export const assignedTo = { assignedTo: Id.nullable() };
