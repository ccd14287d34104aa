import { Migration } from '@mikro-orm/migrations';

/** Of long ago nobody is told now; of who is suspended it waits until they are back. Row-level security binds the owner too: each network in turn. */
const longAgo = `do $$ declare network uuid; begin
  for network in select id from network loop
    perform set_config('app.network', network::text, true);
    update invitation i set expiry_told_at = now() where i.network_id = network and i.role = 'titular' and i.accepted_at is null
      and i.revoked_at is null and i.expires_at < now() - interval '30 days' and not exists (select from organization o
        where o.network_id = network and o.id = i.organization_id and o.status = 'suspended');
  end loop;
end $$`;

/** Since when the secretariat is told that nobody took an invitation in time, and since when nothing is left to do of one whose mail came back. */
export class Migration0029 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '200ms'`);
    this.addSql('alter table invitation add column expiry_told_at timestamptz, add column lapsed_at timestamptz');
    this.addSql(longAgo);
    this.addSql(`create index invitation_untold on invitation (network_id, expires_at) where role = 'titular' and accepted_at is null
      and revoked_at is null and expiry_told_at is null`);
  }
}
