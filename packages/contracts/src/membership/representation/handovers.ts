import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Email, Id, Instant, localized, PortalLanguage } from '../../shapes.js';
import { InvitationRow } from '../invitations.js';
import { organizationErrors } from '../organizations.js';
import { peopleErrors, roleErrors } from '../people.js';
import { letterErrors } from './letters.js';

export const handoverErrors = defineErrors({ 'no-titular': 'conflict', 'successor-not-found': 'not-found' });

/** What the titular of before is from then on, in the same organisation. */
export const Becomes = z.enum(['suplente', 'editor', 'nothing']);
export type Becomes = z.infer<typeof Becomes>;

const errors = [
  handoverErrors['successor-not-found'],
  peopleErrors['person-not-found'],
  roleErrors['already-represents'],
  organizationErrors['organization-not-found'],
  organizationErrors['organization-is-own'],
  letterErrors['organization-not-active'],
];

export const beginHandover = defineOperation({
  id: 'membership.handovers.begin',
  summary: 'Ask somebody to take the place of the titular; it changes hands in the moment they accept. An earlier request is revoked',
  method: 'POST',
  path: '/{network}/handovers',
  access: { permission: 'representatives:write' },
  input: z
    .strictObject({
      /** The organisation acted for, unless the secretariat names another. */
      organizationId: Id.optional(),
      /** Somebody of the organisation, or an address. */
      personId: Id.optional(),
      email: Email.optional(),
      language: PortalLanguage,
      becomes: Becomes,
    })
    .refine(({ personId, email }) => (personId === undefined) !== (email === undefined), {
      message: 'person-or-email',
      path: ['personId'],
    }),
  output: InvitationRow,
  errors: [...errors, handoverErrors['no-titular'], roleErrors['letter-required']],
  once: true,
  example: {
    given: 'titular-with-letter',
    input: { organizationId: '{organizationId}', email: 'sucesion@red-ejemplo.example.org', language: 'es', becomes: 'suplente' },
  },
});

export const completeHandover = defineOperation({
  id: 'membership.handovers.complete',
  summary: 'Make somebody of the organisation its titular at once, in the place of the present one if there is one',
  method: 'POST',
  path: '/{network}/handovers/complete',
  access: { permission: 'letters:accredit' },
  input: z.strictObject({ organizationId: Id, personId: Id, becomes: Becomes }),
  output: z.strictObject({ id: Id, organizationId: Id, predecessorId: Id.nullable(), successorId: Id, at: Instant }),
  errors,
  once: true,
  example: {
    given: 'suplente-elsewhere',
    input: { organizationId: '{organizationId}', personId: '{personId}', becomes: 'nothing' },
  },
});

/** The role of the titular passed on, in one moment. */
export const handoverCompleted = defineEvent({
  subject: 'ev.membership.handover.completed.v1',
  data: z.object({
    organizationId: Id,
    organization: localized(z.string()),
    predecessorId: Id.nullable(),
    successorId: Id,
    /** What the titular of before is from then on; missing where nobody was titular, or whoever was had left before. */
    becomes: Becomes.nullish(),
    /** Suplentes who have no letter, one that ends within 30 days or one that was sent back, and no other that waits. */
    letters: z.int().default(0),
    /** Invitations that nobody has accepted yet. */
    invitations: z.int().default(0),
  }),
});
