import { z } from 'zod';
import { defineEvent } from '../event.js';
import { OrganizationStatus } from '../membership/organizations.js';
import { localized } from '../shapes.js';

/** Where an organisation that is suspended or has left cannot answer, the secretariat does; told where anything waits. The aggregate is the organisation. */
const standIn = z.object({
  organization: localized(z.string()),
  status: OrganizationStatus,
  /** Open questions about its records. */
  inquiries: z.int(),
  /** Replications of its practices to confirm. */
  replications: z.int(),
});
export const standInBegun = defineEvent({ subject: 'ev.repository.stand-in.begun.v1', data: standIn });
export const standInEnded = defineEvent({ subject: 'ev.repository.stand-in.ended.v1', data: standIn });
