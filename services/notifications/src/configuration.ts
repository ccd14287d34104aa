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
  /** Where reports about delivery are taken in by SMTP; nowhere unless this says a port. */
  BOUNCE_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** Where that port is reached from: this machine alone, unless a mail exchanger elsewhere hands them over. */
  BOUNCE_HOST: z.string().min(1).default('127.0.0.1'),
  /** Behind the @ of `bounce+<token>@`, under which every mail leaves: that of `MAIL_FROM`, unless reports arrive under a name of their own. */
  BOUNCE_DOMAIN: z
    .union([z.literal(''), z.hostname()])
    .optional()
    .transform((domain) => domain || undefined),
});
export type NotificationsConfig = Config<typeof configuration>;

export const bounceDomainOf = ({ BOUNCE_DOMAIN, MAIL_FROM }: Pick<NotificationsConfig, 'BOUNCE_DOMAIN' | 'MAIL_FROM'>): string =>
  BOUNCE_DOMAIN ?? MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1);
