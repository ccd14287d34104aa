import { z } from 'zod';
import { secret } from '@alianza/platform/run/config';

/** Without an address PostgreSQL answers, and nothing is fed. */
export const searchConfig = z.object({
  MEILI_URL: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .optional()
    .transform((url) => url || undefined),
  /** May write documents and settings, read tasks and statistics, and read and make keys; what searches use is made with it. A server without keys needs none. */
  MEILI_KEY: secret().optional().meta({ secret: true }),
  /** Which of its indexes is ours. */
  MEILI_INDEX: z
    .string()
    .regex(/^[a-z0-9_-]{1,100}$/)
    .default('practices'),
});
export type SearchConfig = z.output<typeof searchConfig>;
