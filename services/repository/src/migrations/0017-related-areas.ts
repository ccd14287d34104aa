import { Migration } from '@mikro-orm/migrations';

const each = (set: string, field: string) => `select '${set}:' || value from jsonb_array_elements_text(content -> '${field}') as value`;

/** As before, with the areas of the work programme, which records of before there were any do not name. */
const conceptsOf = `create or replace function concepts_of(content jsonb) returns text[] language sql immutable parallel safe return array(
  ${each('fiveR', 'fiveRs')} union all ${each('population', 'populations')} union all ${each('sdg', 'sdgTargets')}
  union all select 'priorityArea:' || value from unnest(texts_of(content -> 'priorityAreas')) as value
  union all ${each('country', 'countries')} union all select 'sector:' || (content ->> 'sector') where content ->> 'sector' is not null)`;

/** Records that share an area are about the same. The column is made anew, because a generated one does not follow its function. */
export class Migration0017 extends Migration {
  override up(): void {
    this.addSql('alter table published_practice drop column concepts');
    this.addSql(conceptsOf);
    this.addSql('alter table published_practice add column concepts text[] generated always as (concepts_of(content)) stored');
  }
}
