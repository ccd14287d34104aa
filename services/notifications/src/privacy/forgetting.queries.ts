import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { nowhere } from '@alianza/platform/ids';
import { mailingRule } from '../mailings/mailing-rules.js';
import { Mail } from '../mails/mail.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { Preference } from '../preferences/preference.entity.js';
import { Subscription } from '../subscriptions/subscription.entity.js';

const look = (em: SqlEntityManager, networkId: string) => em.execute(`select set_config('app.network', ?, true)`, [networkId]);

/** A mailing still says how many it went to: its mail stays as one to nobody, and who was not written to yet is no recipient any more. */
async function forgetMailings(em: SqlEntityManager, { networkId, personId }: { networkId: string; personId: string }): Promise<void> {
  const fewer = `with gone as (delete from mailing_recipient where network_id = ? and person_id = ? and not mailed returning mailing_id)
    update mailing set recipients = recipients - 1 where network_id = ? and id in (select mailing_id from gone)`;
  await em.execute(fewer, [networkId, personId, networkId]);
  await em.execute('delete from mailing_recipient where network_id = ? and person_id = ?', [networkId, personId]);
  const nobody = `update mail set person_id = gen_random_uuid(), audience = jsonb_build_object('to', 'participant', 'id', ?::text), mark = null,
      withheld = case when sent_at is null and refused_at is null then coalesce(withheld, 'gone') else withheld end
    where network_id = ? and person_id = ? and rule = ?`;
  await em.execute(nobody, [nowhere, networkId, personId, mailingRule]);
}

/** In one transaction, which looks into one network after another. */
export async function forgetPerson(em: SqlEntityManager, personId: string, networks: readonly string[]): Promise<void> {
  for (const networkId of networks) {
    await look(em, networkId);
    const theirs = { networkId, personId };
    await em.nativeDelete(Notice, theirs);
    await forgetMailings(em, theirs);
    await em.nativeDelete(Mail, theirs);
    await em.nativeDelete(Preference, theirs);
    await em.nativeDelete(Subscription, theirs);
  }
  await look(em, nowhere);
}
