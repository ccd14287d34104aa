import { Migration } from '@mikro-orm/migrations';

/**
 * Who accounts are in their networks, each once for every role it holds there, one row without a role where it holds none. Of many networks in one
 * statement, and yet each sees its own alone: `app.network` says which, until the statement ends.
 */
const standings = `create function standings(networks uuid[], issuers text[], subjects text[])
  returns table (n bigint, id uuid, language text, disabled boolean, role text, "organizationId" uuid, "letterValidUntil" timestamptz, status text)
  language plpgsql as $$
declare
  network uuid;
begin
  foreach network in array array(select distinct unnest(networks)) loop
    perform set_config('app.network', network::text, true);
    return query select asked.n, p.id, p.language, p.disabled_at is not null, r.role, r.organization_id, r.letter_valid_until, o.status
      from unnest(networks, issuers, subjects) with ordinality as asked (network_id, issuer, subject, n)
      join account a on a.issuer = asked.issuer and a.subject = asked.subject
      join person p on p.id = a.person_id
      left join role r on r.network_id = network and r.person_id = p.id and r.until is null
      left join organization o on o.network_id = network and o.id = r.organization_id
      where asked.network_id = network order by asked.n, r.since, r.id;
  end loop;
end $$`;

export class Migration0037 extends Migration {
  override up(): void {
    this.addSql(standings);
  }
}
