import { z } from 'zod';
import { Instant } from '../../shapes.js';

/** That a mail to who has no account came back: when that became known, and what was answered (RFC 3463). */
export const Undelivered = z.strictObject({ at: Instant, status: z.string().nullable() });
export type Undelivered = z.infer<typeof Undelivered>;
