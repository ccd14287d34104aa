import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import type { Localized } from '@alianza/contracts/shapes';
import type { Mail } from '../mails/mail.entity.js';
import type { Params } from '../notices/rules.js';
import { Mailing } from './mailing.entity.js';
import type { MailingParts } from './mailing-letter.js';
import { isTest } from './mailing-rules.js';

export interface Written {
  readonly subject: Localized;
  readonly body: Localized;
  readonly reason: string | null;
}

/** A test is nobody else's, so its mail carries all of it; of a mailing each mail says only why it comes, where that is so. */
export const testParams = ({ subject, body, reason }: Written): Params => ({ subject, body, ...reasonIn(reason) });
export const reasonIn = (reason: string | null): Params => (reason === null ? {} : { reason });

const ofTest = ({ params }: Pick<Mail, 'params'>): Written => ({
  subject: params.subject as Localized,
  body: params.body as Localized,
  reason: typeof params.reason === 'string' ? params.reason : null,
});

/** What a mailing says in the reader's language, else the network's, else the one it was written in. */
export async function mailingContent(
  em: SqlEntityManager,
  mail: Pick<Mail, 'networkId' | 'eventId' | 'rule' | 'params'>,
  reader: Reader,
): Promise<Pick<MailingParts, 'subject' | 'body' | 'reason' | 'isTest'>> {
  const test = isTest(mail);
  const written = test ? ofTest(mail) : await em.findOneOrFail(Mailing, { networkId: mail.networkId, id: mail.eventId });
  const { subject, body, reason } = written;
  return { subject: resolve(subject, reader).text, body: resolve(body, reader).text, reason: reason ?? null, isTest: test };
}
