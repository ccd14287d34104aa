import { Migration } from '@mikro-orm/migrations';
import { closeNetworklessTable, closeTenantTable } from '@alianza/platform/data/tenancy';

/** Whether a mail arrived. */
const delivery = [
  `alter table mail add column withheld text, add column mark text, add column bounced_at timestamptz, add column bounce_kind text,
    add column bounce_status text, add column bounces int not null default 0`,
  'create index mail_at on mail (network_id, rule, at)',
  'create table return_path (token text primary key, network_id uuid not null, mail_id uuid not null, made_at timestamptz not null)',
  'create index return_path_mail on return_path (mail_id)',
  'create index return_path_made on return_path (made_at)',
  ...closeNetworklessTable('return_path'),
];

/** A choice between yes and no becomes a pace. Owners see no rows while tables are closed. */
const paces = [
  'alter table preference no force row level security',
  `alter table preference add column mailings boolean not null default true,
    alter column task_mail type text using case when task_mail then 'now' else 'never' end,
    alter column news_mail type text using case when news_mail then 'now' else 'never' end`,
  'alter table preference alter column mailings drop default',
  'alter table preference force row level security',
];

/** Links that end a kind of mail, and notices that wait to be told of together. */
const digests = [
  `create table subscription (id uuid primary key, network_id uuid not null, hash text not null, person_id uuid not null, kind text not null,
    stopped jsonb, constraint subscription_hash unique (network_id, hash))`,
  ...closeTenantTable('subscription'),
  'alter table notice add column awaits_digest boolean not null default false, add column digest_id uuid',
  'create index notice_awaits_digest on notice (network_id, person_id) where awaits_digest',
  'create index notice_of_digest on notice (network_id, digest_id) where digest_id is not null',
];

export class Migration0006 extends Migration {
  override up(): void {
    for (const statement of [...delivery, ...paces, ...digests]) this.addSql(statement);
  }
}
