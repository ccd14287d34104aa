import { secret } from '@alianza/platform/run/config';
import type { Config } from '@alianza/platform/run/service-definition';
import { z } from 'zod';

export const configuration = z.object({
  /** Where mail is handed in. */
  SMTP_URL: secret(),
  /** Sender address of every mail. */
  MAIL_FROM: z.email(),
  /** Public origin of the portal, for links. */
  ORIGIN: z.url(),
});
export type NotificationsConfig = Config<typeof configuration>;
