import { Migration } from '@mikro-orm/migrations';
import { closeNetworklessTable } from '@alianza/platform/data/tenancy';

/** What people ask for their own account: an address, a copy, to be forgotten; and the notices they accepted. */
const tables = [
  `create table address_change (id uuid primary key, network_id uuid not null, person_id uuid not null, email text not null, former text,
    asked_at timestamptz not null, expires_at timestamptz not null, withdrawn_at timestamptz, confirmed_at timestamptz, outcome text,
    version int not null default 1)`,
  'create index address_change_of_person on address_change (person_id, asked_at)',
  'create index address_change_to on address_change (email, asked_at)',
  `create table personal_copy (id uuid primary key, network_id uuid not null, person_id uuid not null, asked_at timestamptz not null, key text,
    expires_at timestamptz, version int not null default 1, constraint personal_copy_of_person unique (person_id))`,
  `create table erasure (id uuid primary key, network_id uuid not null, person_id uuid not null, asked_at timestamptz not null, due_at timestamptz not null,
    withdrawn_at timestamptz, done_at timestamptz, version int not null default 1)`,
  'create unique index erasure_open on erasure (person_id) where withdrawn_at is null and done_at is null',
  `create table consent (person_id uuid, network_id uuid, version int, given_at timestamptz not null, primary key (person_id, network_id, version))`,
];

export class Migration0011 extends Migration {
  override up(): void {
    const closed = ['address_change', 'personal_copy', 'erasure', 'consent'].flatMap(closeNetworklessTable);
    for (const statement of [...tables, ...closed, 'alter table person add column erased_at timestamptz']) this.addSql(statement);
  }
}
