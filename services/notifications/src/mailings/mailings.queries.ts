import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery } from '@alianza/platform/data/queries';
import type { Localized } from '@alianza/contracts/shapes';
import type { MailingRole } from '@alianza/contracts/notifications/mailings';
import { nowhere } from '@alianza/platform/ids';
import type { Counts } from './mailing.entity.js';

/** A mailing with what became of its mails so far. Instants come as text. */
export interface CountedMailing extends Counts {
  id: string;
  subject: Localized;
  body: Localized;
  reason: string | null;
  roles: MailingRole[];
  by: string;
  at: string;
  state: 'sending' | 'stopped';
  recipients: number;
  /** Mails that nothing more will become of. */
  closed: number;
  kept: Counts | null;
}

const counted = `select m.id, m.subject, m.body, m.reason, m.roles, m.by, m.at, m.state, m.recipients, m.counts as kept,
    c.sent, c.bounced, c.withheld, c.closed
  from mailing m cross join lateral (select
      count(*) filter (where x.sent_at is not null)::int as sent,
      count(*) filter (where x.bounced_at is not null or x.refused_at is not null)::int as bounced,
      count(*) filter (where x.withheld is not null and x.sent_at is null)::int as withheld,
      count(*) filter (where x.sent_at is not null or x.refused_at is not null or x.withheld is not null)::int as closed
    from mail x where x.network_id = $1::uuid and x.event_id = m.id and x.rule = 'mailing') c
  where m.network_id = $1::uuid`;

export const mailingsOfNetwork = defineQuery({
  name: 'mailings_of_network',
  scope: 'tenant',
  text: `${counted} and m.id < $2::uuid order by m.id desc limit $3`,
  sample: (networkId) => [networkId, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21],
});

export const oneMailing = defineQuery({
  name: 'one_mailing',
  scope: 'tenant',
  text: `${counted} and m.id = $2::uuid`,
  sample: (networkId) => [networkId, nowhere],
});

/** Who chose not to get mailings. */
export const optedOut = defineQuery({
  name: 'opted_out_of_mailings',
  scope: 'tenant',
  text: 'select person_id as "personId" from preference where network_id = $1 and not mailings',
  sample: (networkId) => [networkId],
});

interface Mailing {
  readonly networkId: string;
  readonly id: string;
}

const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Whoever sends next in the same network waits until this transaction has ended. */
export async function oneMailingAtATime(em: SqlEntityManager, networkId: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`all mailings ${networkId}`]);
}

export async function addRecipients(em: SqlEntityManager, { networkId, id }: Mailing, people: readonly string[]): Promise<void> {
  const add = 'insert into mailing_recipient (network_id, mailing_id, person_id) select ?, ?, unnest(?::uuid[])';
  await em.execute(add, [networkId, id, uuids(people)]);
}

/** The next ones whose mail is not planned, noted as planned; another worker's are left to it. */
export async function takeRecipients(em: SqlEntityManager, { networkId, id }: Mailing, most: number): Promise<string[]> {
  const next = `select person_id as "personId" from mailing_recipient where network_id = ? and mailing_id = ? and not mailed
    order by person_id limit ? for update skip locked`;
  const people = (await em.execute<{ personId: string }[]>(next, [networkId, id, most])).map(({ personId }) => personId);
  const note = 'update mailing_recipient set mailed = true where network_id = ? and mailing_id = ? and person_id = any(?::uuid[])';
  await em.execute(note, [networkId, id, uuids(people)]);
  return people;
}

/** Mails of it that have not left stay where they are. */
export async function withholdRest(em: SqlEntityManager, { networkId, id }: Mailing): Promise<void> {
  const withhold = `update mail set withheld = 'stopped' where network_id = ? and event_id = ? and rule = 'mailing'
    and sent_at is null and refused_at is null and withheld is null`;
  await em.execute(withhold, [networkId, id]);
}
