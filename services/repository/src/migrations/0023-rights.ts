import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** Which terms whoever handed a record in accepted, for whom; what was published before there were any keeps none. */
export class Migration0023 extends Migration {
  override up(): void {
    const statements = [
      `create table terms_copy (network_id uuid primary key, version int not null, own boolean not null, edition int not null)`,
      ...closeTenantTable('terms_copy'),
      'alter table practice_submission add column organization_id uuid, add column terms int',
      'alter table published_practice add column terms jsonb',
      'alter table published_version add column terms jsonb',
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
