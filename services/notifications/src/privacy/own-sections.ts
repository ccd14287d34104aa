import type { Section } from '@alianza/platform/privacy/gather';

const limit = 200;

/** What somebody was told, and how they want to be told. */
export const sections: readonly Section[] = [
  {
    kind: 'notice',
    limit,
    rows: `select id::text as id, at, jsonb_build_object('rule', rule, 'params', params, 'path', path, 'readAt', read_at) as data from notice
      where network_id = :network and person_id = :person`,
  },
  {
    kind: 'mail',
    limit,
    rows: `select id::text as id, at, jsonb_build_object('rule', rule, 'params', params, 'sentAt', sent_at, 'refusedAt', refused_at) as data from mail
      where network_id = :network and person_id = :person`,
  },
  {
    kind: 'preference',
    limit,
    rows: `select id::text as id, null::timestamptz as at, jsonb_build_object('taskMail', task_mail, 'newsMail', news_mail, 'mailings', mailings) as data from preference
      where network_id = :network and person_id = :person`,
  },
  {
    kind: 'subscription',
    limit,
    rows: `select id::text as id, null::timestamptz as at, jsonb_build_object('mails', kind, 'stopped', stopped) as data from subscription
      where network_id = :network and person_id = :person`,
  },
  {
    kind: 'mailing-received',
    limit,
    rows: `select r.mailing_id::text as id, m.at, jsonb_build_object('subject', m.subject, 'mailed', r.mailed) as data from mailing_recipient r
      join mailing m on m.network_id = :network and m.id = r.mailing_id where r.network_id = :network and r.person_id = :person`,
  },
  {
    kind: 'mailing-sent',
    limit: 5,
    rows: `select id::text as id, at, jsonb_build_object('subject', subject, 'body', body, 'reason', reason, 'recipients', recipients) as data from mailing
      where network_id = :network and by = :person`,
  },
];
