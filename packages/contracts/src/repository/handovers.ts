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
    /** Replications to confirm. */
    replications: z.int(),
    /** Published records to be checked again. */
    rechecks: z.int(),
  }),
});
