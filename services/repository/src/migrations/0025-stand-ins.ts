import { Migration } from '@mikro-orm/migrations';

/** Of what was published before. Row-level security binds the owner too, so each network is named in turn. */
export const markAwayOwners = `do $$ declare network uuid; begin
  for network in select distinct network_id from published_practice loop
    perform set_config('app.network', network::text, true);
    update published_practice p set owner_away = true from organization_copy o
      where p.network_id = network and o.network_id = network and o.id = p.organization_id and o.status <> 'active';
  end loop;
end $$`;

/** The secretariat settles what an organisation cannot that is suspended or has left, and reads again what it settled so. Replications end with their practice. */
export class Migration0025 extends Migration {
  override up(): void {
    this.addSql('alter table published_practice add column owner_away boolean not null default false');
    this.addSql(markAwayOwners);
    this.addSql('alter table inquiry add column stood_in boolean not null default false');
    this.addSql('create index replication_practice on replication (network_id, practice_id, status)');
    this.addSql('create index inquiry_stood_in on inquiry (network_id, status, opened_at, id) where stood_in');
  }
}
