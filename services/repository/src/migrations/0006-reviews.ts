import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable, markTable } from '@alianza/platform/data/tenancy';

const comments = [
  `create table review_comment (id uuid primary key, network_id uuid not null, practice_id uuid not null, field text not null, text text not null,
    submission int not null, by uuid not null, external boolean not null, at timestamptz not null, sent_at timestamptz,
    answer text, answered_at timestamptz, answered_by uuid, resolved_at timestamptz, resolved_by uuid, version int not null default 1)`,
  'create index review_comment_of_practice on review_comment (network_id, practice_id, at, id)',
];

const submissions = [
  `create table practice_submission (network_id uuid, practice_id uuid, number int, content jsonb not null, by uuid not null, at timestamptz not null,
    outcome text, primary key (network_id, practice_id, number))`,
];

const guests = [
  `create table review_guest (id uuid primary key, network_id uuid not null, practice_id uuid not null, person_id uuid not null,
    invited_by uuid not null, invited_at timestamptz not null, ended_at timestamptz, version int not null default 1,
    constraint review_guest_once unique (network_id, person_id, practice_id))`,
  'create index review_guest_of_practice on review_guest (network_id, practice_id)',
];

/** What the last reviews asked for becomes rows. The table is opened to its owner meanwhile, who otherwise sees no network. */
const move = [
  'alter table practice no force row level security',
  'alter table practice add column submissions int',
  'update practice set submissions = case when submitted_at is null then 0 else 1 end',
  'alter table practice alter column submissions set not null',
  `insert into review_comment (id, network_id, practice_id, field, text, submission, by, external, at, sent_at)
    select gen_random_uuid(), p.network_id, p.id, c ->> 'field', c ->> 'text', 1, coalesce(p.decided_by, p.created_by), false, p.changed_at, p.changed_at
    from practice p, jsonb_array_elements(p.comments) as c`,
  `insert into practice_submission (network_id, practice_id, number, content, by, at, outcome)
    select network_id, id, 1, content, created_by, submitted_at, case when status = 'submitted' then null else status end
    from practice where submitted_at is not null and status <> 'draft'`,
  'alter table practice drop column comments, add column assigned_to uuid, add column declined_for text, add column withdrawn_at timestamptz',
  'alter table practice force row level security',
];

/** Published versions before the present one, and what stays of withdrawn practices. */
const published = [
  `create table published_version (network_id uuid, practice_id uuid, version int, content jsonb not null, owner text, published_at timestamptz not null,
    primary key (network_id, practice_id, version))`,
  markTable('public', 'published_version'),
  `create table published_tombstone (network_id uuid, practice_id uuid, slug text not null, type text not null, five_rs text[] not null,
    title jsonb not null, cause text not null, reason jsonb not null, withdrawn_at timestamptz not null,
    primary key (network_id, practice_id), unique (network_id, slug))`,
  markTable('public', 'published_tombstone'),
  'create index on published_tombstone (network_id, withdrawn_at, practice_id)',
];

const closed = ['review_comment', 'practice_submission', 'review_guest'].flatMap(closeTenantTable);

export class Migration0006 extends Migration {
  override up(): void {
    for (const statement of [comments, submissions, guests, move, closed, published].flat()) this.addSql(statement);
  }
}
