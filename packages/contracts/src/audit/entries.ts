import { z } from 'zod';
import { Actor } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, Instant, listOf, page } from '../shapes.js';

const Entry = z.strictObject({
  position: z.int(),
  at: Instant,
  subject: z.string(),
  aggregateId: Id,
  aggregateVersion: z.int(),
  actor: Actor,
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof Entry>;

export const listAuditEntries = defineOperation({
  id: 'audit.entries.list',
  summary: 'Every state change of the network, the newest first',
  method: 'GET',
  path: '/{network}/audit',
  access: { permission: 'audit:read' },
  input: z.strictObject({ aggregateId: Id.optional(), ...page }),
  output: listOf(Entry),
  example: { given: 'organization', input: {} },
});
