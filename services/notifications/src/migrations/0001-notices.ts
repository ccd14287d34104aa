import { Migration } from '@mikro-orm/migrations';
import { createPlatformTables } from '@alianza/platform/data/platform-tables';
import { closeTenantTable } from '@alianza/platform/data/tenancy';
import { once } from '../mails/mail.entity.js';

export class Migration0001 extends Migration {
  override up(): void {
    const statements = [
      ...createPlatformTables('alianza_notifications'),
      `create table network (network_id uuid primary key, code text not null, name jsonb not null, language text not null,
        demo boolean not null, version int not null)`,
      ...closeTenantTable('network'),
      `create table notice (id uuid primary key, network_id uuid not null, person_id uuid not null, event_id uuid not null, rule text not null,
        kind text not null, params jsonb not null, path text, at timestamptz not null, read_at timestamptz,
        constraint notice_once unique (network_id, event_id, rule, person_id))`,
      'create index notice_of_person on notice (network_id, person_id, id desc)',
      ...closeTenantTable('notice'),
      `create table mail (id uuid primary key, network_id uuid not null, event_id uuid not null, rule text not null, subject_id uuid not null,
        audience jsonb not null, person_id uuid, params jsonb not null, at timestamptz not null, sent_at timestamptz,
        refused_at timestamptz)`,
      once,
      ...closeTenantTable('mail'),
      `create table preference (id uuid primary key, network_id uuid not null, person_id uuid not null, task_mail boolean not null, news_mail boolean not null,
        version int not null default 1, constraint preference_of_person unique (network_id, person_id))`,
      ...closeTenantTable('preference'),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
