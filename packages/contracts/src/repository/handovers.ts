import { z } from 'zod';
import { defineEvent } from '../event.js';
import { Id, localized } from '../shapes.js';

/** What waits for an organisation on the day its titular changes; the aggregate is the handover. */
export const handoverSummarized = defineEvent({
  subject: 'ev.repository.handover.summarized.v1',
  data: z.object({
    organizationId: Id,
    organization: localized(z.string()),
    successorId: Id,
    /** Records begun and not handed in. */
    drafts: z.int(),
    /** Records sent back with comments. */
    changes: z.int(),
    inquiries: z.int(),
    /** Published records of which it is to be said whether they still hold. */
    rechecks: z.int().default(0),
    /** Replications to confirm. */
    replications: z.int(),
    /** Replications of its own of which something was asked, and those not told yet. */
    clarify: z.int().default(0),
    finish: z.int().default(0),
    /** Letters of suplentes to file, and invitations that nobody has accepted. */
    letters: z.int().default(0),
    invitations: z.int().default(0),
  }),
});
