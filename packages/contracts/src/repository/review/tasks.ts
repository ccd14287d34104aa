import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, localized } from '../../shapes.js';
import { taskErrors, TaskHolder } from '../../tasks.js';
import { practiceErrors } from '../practices.js';

/** The secretariat's queues whose things have no column of their own for who has them. */
export const TaskQueue = z.enum(['inquiries', 'replications', 'verifications']);
export type TaskQueue = z.infer<typeof TaskQueue>;

const access = { permission: 'practices:verify' } as const;
const task = z.strictObject({ queue: TaskQueue, id: Id });

export const readTask = defineOperation({
  id: 'repository.tasks.read',
  summary: 'Who of the secretariat has an inquiry, a replication or a verification',
  method: 'GET',
  path: '/{network}/tasks/{queue}/{id}',
  access,
  input: task,
  output: TaskHolder,
  errors: [taskErrors['task-not-found']],
  example: { given: 'open-task', input: { queue: 'verifications', id: '{practiceId}' } },
});

export const assignTask = defineOperation({
  id: 'repository.tasks.assign',
  summary: 'Say who of the secretariat has it; null gives it back to the queue',
  method: 'POST',
  path: '/{network}/tasks/{queue}/{id}/assign',
  access,
  input: task.extend({ personId: Id.nullable() }),
  output: TaskHolder,
  errors: [...Object.values(taskErrors), practiceErrors['practice-own-decision']],
  edits: true,
  example: { given: 'open-task', input: { queue: 'verifications', id: '{practiceId}', personId: null } },
});

/** `givenBack`: who had it may not decide any more. Its version is that of who has it. */
export const taskAssigned = defineEvent({
  subject: 'ev.repository.task.assigned.v1',
  data: z.object({ queue: TaskQueue, title: localized(z.string()), personId: Id.nullable(), givenBack: z.boolean().optional() }),
});
