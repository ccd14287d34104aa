import { sectors } from '@alianza/contracts/taxonomy';
import pg from 'pg';
import { countries } from './texts.js';

/** Members with their category and, three of four, a titular whose letter is over, runs out soon or holds for long. */
const organizations = `insert into organization
    (id, network_id, slug, name, plain, name_key, kind, sector, country, languages, shows, category, category_since, status, sources, listed, version)
  select gen_random_uuid(), $1, 'miembro-' || n, jsonb_build_object('original', 'es', 'es', words.said || ' ' || n), lower(words.said) || ' ' || n,
    lower(words.said) || ' ' || n, 'member', ($3::text[])[1 + n % cardinality($3::text[])], ($4::text[])[1 + n % cardinality($4::text[])], '["es"]',
    '["country", "region", "website"]', case when n % 3 = 0 then 'full' else 'observer' end, now() - n * interval '1 hour',
    case when n % 40 = 0 then 'suspended' when n % 41 = 0 then 'withdrawn' else 'active' end, '[]', true, 1
  from generate_series(1, $2::int) n,
    lateral (select (array['Fundacion', 'Red de Cuidados', 'Asociacion', 'Cooperativa de Cuidados'])[1 + n % 4] as said) words`;
const titulars = `insert into role (id, network_id, person_id, organization_id, role, since, letter_valid_until, version)
  select gen_random_uuid(), network_id, gen_random_uuid(), id, 'titular', now(),
    case n % 4 when 1 then now() - interval '9 days' when 2 then now() + interval '9 days' when 3 then now() + interval '2 years' end, 1
  from (select id, network_id, row_number() over (order by id) as n from organization where network_id = $1) o where n % 4 <> 0`;

/** Of the others every second one is invited to have one, or was. */
const offers = `insert into invitation (id, network_id, email, role, organization_id, language, issued_at, expires_at, version)
  select gen_random_uuid(), network_id, '', 'titular', id, 'es', now() - interval '14 days',
    now() + case n % 16 when 0 then interval '2 days' else interval '-2 days' end, 1
  from (select id, network_id, row_number() over (order by id) as n from organization where network_id = $1) o where n % 8 = 0`;

export async function fillMembers(membershipUrl: string, networkId: string, count: number): Promise<void> {
  const client = new pg.Client(membershipUrl);
  await client.connect();
  try {
    await client.query(organizations, [networkId, count, sectors, countries]);
    await client.query(titulars, [networkId]);
    await client.query(offers, [networkId]);
    await client.query('vacuum analyze organization, role, invitation');
  } finally {
    await client.end();
  }
}
