import { z } from 'zod';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, Instant, line } from '../shapes.js';

/** `hard`: there is no such address, now or later · `soft`: it could not be delivered this time. */
export const BounceKind = z.enum(['hard', 'soft']);
export type BounceKind = z.infer<typeof BounceKind>;

/** The class, subject and detail of a server's answer (RFC 3463): `5.1.1`. */
export const DeliveryStatus = z
  .string()
  .max(11)
  .regex(/^[245]\.\d{1,3}\.\d{1,3}$/);

/** Of what it was written to an address that nobody's account has yet: by its id, whoever keeps the address knows it. */
export const Outside = z.strictObject({ to: z.enum(['applicant', 'correspondent', 'invited', 'actor', 'new-address']), id: Id });
export type Outside = z.infer<typeof Outside>;

/**
 * A mail did not reach its person. `mark` says to which of their addresses it went, so that a report that comes late says nothing of a new one;
 * membership alone can make it, and nobody can read an address out of it.
 */
export const mailBounced = defineEvent({
  subject: 'ev.notifications.mail.bounced.v1',
  data: z.object({
    personId: Id.nullable(),
    mark: z.string().nullable(),
    /** For who has no account; missing of a person's mail. */
    about: Outside.nullish(),
    rule: z.string(),
    kind: BounceKind,
    status: DeliveryStatus.nullable(),
    sentAt: Instant,
  }),
});

export const hasMailLeft = defineOperation({
  id: 'notifications.mails.left',
  summary: 'Whether a mail about something has left for a person since an instant, or is not going to',
  method: 'POST',
  path: '/internal/mails/left',
  access: { internal: ['membership'] },
  input: z.strictObject({ rule: line(100), subjectId: Id, personId: Id, since: Instant }),
  output: z.strictObject({ left: z.boolean() }),
  example: {
    input: {
      rule: 'erasure-announced',
      subjectId: '01890000-0000-7000-8000-00000000d0de',
      personId: '01890000-0000-7000-8000-00000000d0de',
      since: '2026-01-15T13:00:00Z',
    },
  },
});
