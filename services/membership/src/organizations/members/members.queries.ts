import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { listMembers, LetterState, TitularState } from '@alianza/contracts/membership/directory/members';
import type { InputOf } from '@alianza/contracts/operation';
import { countriesOfRegion } from '@alianza/contracts/membership/directory/regions';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { plain } from '../names.js';
import type { Organization } from '../organization.entity.js';

/** The titular's letter counts, then the last of the suplentes' to run out: of all members at once, or of each that is shown. */
const latest = `select max(r.letter_valid_until) filter (where r.role = 'titular') as titular,
    max(r.letter_valid_until) filter (where r.role = 'suplente') as suplente`;
const ofRepresentatives = `from role r where r.network_id = $1::uuid and r.until is null and r.role in ('titular', 'suplente')`;
const lettersOfAll = `left join (${latest}, r.organization_id ${ofRepresentatives} group by r.organization_id) l on l.organization_id = o.id`;
const lettersOfEach = `left join lateral (${latest} ${ofRepresentatives} and r.organization_id = o.id) l on true`;
const now = '$13::timestamptz';
const letterState = `case when l.titular >= ${now} + interval '30 days' then 'valid' when l.titular >= ${now} then 'expiring'
    when l.suplente >= ${now} then 'alternate' when l.titular is null then 'missing' else 'expired' end`;
const letterUntil = `case when l.titular >= ${now} then l.titular when l.suplente >= ${now} then l.suplente else l.titular end`;

/** Who is disabled keeps the role, and nobody is there. */
const titulars = `select r.organization_id from role r join person p on p.id = r.person_id and p.disabled_at is null where r.network_id = $1::uuid and r.until is null and r.role = 'titular'`;
const offers = `select max(i.expires_at) as until, i.organization_id from invitation i where i.network_id = $1::uuid and i.role = 'titular'
    and i.accepted_at is null and i.revoked_at is null`;
const titularsOfAll = `left join (${titulars} group by r.organization_id) t on t.organization_id = o.id
    left join (${offers} group by i.organization_id) i on i.organization_id = o.id`;
const titularsOfEach = `left join lateral (${titulars} and r.organization_id = o.id limit 1) t on true
    left join lateral (${offers} and i.organization_id = o.id group by i.organization_id) i on true`;
const titularState = `case when o.status = 'withdrawn' then null when t.organization_id is not null then 'present' when i.until is null then 'missing'
    when i.until > ${now} then 'invited' else 'expired' end`;

const among = (at: number, column: string) => `($${String(at)}::text[] = '{}' or ${column} = any($${String(at)}::text[]))`;
const named = `($2::text = '' or position($2::text in coalesce(o.plain, o.name_key)) > 0)`;
const ofRegion = `(o.region = any($7::text[]) or (o.region is null and o.country = any($8::text[])))`;
const shows = (field: string) => `coalesce(jsonb_exists(o.shows, '${field}'), true)`;
/** Where members are, as the secretariat knows it and as they show it to each other (`shownPlace`): who hides a place is not found by it. */
const places = {
  kept: `${among(6, 'o.country')} and ($7::text[] = '{}' or ${ofRegion})`,
  shown: `($6::text[] = '{}' or (o.country = any($6::text[]) and ${shows('country')}))
    and ($7::text[] = '{}' or (${ofRegion} and ${shows('region')}) or (o.country = any($8::text[]) and ${shows('country')} and not ${shows('region')}))`,
};
const wanted = (place: keyof typeof places) => `o.network_id = $1::uuid and o.kind = 'member' and ${named}
    and ${among(3, 'o.status')} and ${among(4, 'o.category')} and ${among(5, 'o.sector')} and ${places[place]}`;

const day = (instant: string) => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD')`;
/** Keys are of plain letters, so they are compared as bytes. */
const plainKey = `case $9::text when 'country' then coalesce(o.country, 'ZZ') || ' ' || o.name_key
    when 'since' then coalesce(${day('o.category_since')}, '0000') || ' ' || o.name_key else o.name_key end`;
const letterKey = `case $9::text when 'letter' then coalesce(${day(letterUntil)}, '9999') || ' ' || o.name_key else ${plainKey} end`;

/** What members read of each other, and what the secretariat reads beside it. */
const shown = 'o.id, o.slug, o.name, o.acronym, o.sector, o.country, o.region, o.category, o.status, o.shows, o.listed, f.key, f.total';
const columns = `${shown}, o.category_since as "categorySince", o.decided_at as "decidedAt", o.decided_reason as "decidedReason",
    o.languages, o.website, o.version, ${letterState} as letter, ${letterUntil} as "letterValidUntil", ${titularState} as titular`;
const selected = { kept: { columns, joins: `${lettersOfEach} ${titularsOfEach}` }, shown: { columns: shown, joins: '' } };

interface Variant {
  readonly name: string;
  readonly direction: 'asc' | 'desc';
  /** Letters and titulars are looked at of all only where they filter or sort. */
  readonly byLetter: boolean;
  readonly place?: keyof typeof places;
}

const page = ({ name, direction, byLetter, place = 'kept' }: Variant) =>
  defineQuery({
    name,
    scope: 'tenant',
    text: `with found as materialized (select o.id, ${byLetter ? letterKey : plainKey} collate "C" as key from organization o ${byLetter ? `${lettersOfAll} ${titularsOfAll}` : ''}
        where ${wanted(place)} ${byLetter ? `and ($14::text is null or ${letterState} = $14::text) and ($15::text is null or ${titularState} = $15::text)` : ''}),
      shown as (select id, key, (select count(*)::int from found) as total from found
        where $10::text is null or (key, id) ${direction === 'asc' ? '>' : '<'} ($10::text collate "C", $11::uuid)
        order by key ${direction}, id ${direction} limit $12)
      select ${selected[place].columns} from shown f join organization o on o.network_id = $1::uuid and o.id = f.id ${selected[place].joins}
      order by f.key ${direction}, f.id ${direction}`,
    sample: (networkId) => [
      networkId,
      '',
      '{}',
      '{}',
      '{civil-society}',
      '{}',
      '{}',
      '{}',
      'name',
      null,
      nowhere,
      21,
      ...(place === 'kept' ? ['2026-01-01'] : []),
      ...(byLetter ? ['valid', 'present'] : []),
    ],
  });

const pages = {
  plain: {
    asc: page({ name: 'members_page', direction: 'asc', byLetter: false }),
    desc: page({ name: 'members_page_backwards', direction: 'desc', byLetter: false }),
  },
  letter: {
    asc: page({ name: 'members_page_by_letter', direction: 'asc', byLetter: true }),
    desc: page({ name: 'members_page_by_letter_backwards', direction: 'desc', byLetter: true }),
  },
};

const neighbours = page({ name: 'members_directory', direction: 'asc', byLetter: false, place: 'shown' });

const countries = defineQuery({
  name: 'members_countries',
  scope: 'tenant',
  text: `select distinct o.country from organization o where o.network_id = $1 and o.kind = 'member' and o.country is not null order by o.country`,
  sample: (networkId) => [networkId],
});

/** Alike in what they are and show, of those with such a name and category. */
const alike = defineQuery({
  name: 'members_alike',
  scope: 'tenant',
  text: `select o.sector, o.country, o.region, o.shows, count(*)::int as count from organization o
    where o.network_id = $1 and o.kind = 'member' and o.status in ('active', 'suspended') and ${named}
      and ($3::text[] = '{}' or o.category = any($3::text[])) group by o.sector, o.country, o.region, o.shows`,
  sample: (networkId) => [networkId, '', '{}'],
});

export type AlikeMembers = Pick<Organization, 'sector' | 'country' | 'region' | 'shows'> & { readonly count: number };

export type Filter = Pick<
  InputOf<typeof listMembers>,
  'q' | 'status' | 'category' | 'sector' | 'region' | 'country' | 'letter' | 'titular'
>;
export type Order = Pick<InputOf<typeof listMembers>, 'sort' | 'order'>;

export interface Slice {
  /** Sort key and id of the last one read. */
  readonly last: readonly (string | number | null)[] | null;
  readonly limit: number;
}

type Shown = 'id' | 'slug' | 'name' | 'acronym' | 'sector' | 'country' | 'region' | 'category' | 'status' | 'shows' | 'listed';
/** As members find each other. */
export type FoundNeighbour = Pick<Organization, Shown> & {
  key: string;
  /** How many are found, on whatever page. */
  total: number;
};
/** Instants come as text. */
export type FoundMember = FoundNeighbour &
  Pick<Organization, 'decidedReason' | 'version' | 'languages' | 'website'> & {
    categorySince: string | null;
    decidedAt: string | null;
    letter: LetterState;
    letterValidUntil: string | null;
    titular: TitularState | null;
  };

const codesOf = ({ status, category, sector, region, country }: Filter): string[] =>
  [status, category, sector, country, region, region.flatMap((one) => [...countriesOfRegion(one)])].map(list);

/** Codes of our own alphabet, as PostgreSQL writes a list. */
const list = (codes: readonly string[]): string => `{${codes.join(',')}}`;

export interface Found {
  readonly networkId: string;
  readonly filter: Filter;
}

export function readMembers(
  em: SqlEntityManager,
  { networkId, filter }: Found,
  { sort, order }: Order,
  { last, limit, at }: Slice & { readonly at: Date },
): Promise<FoundMember[]> {
  const { q, letter, titular } = filter;
  const values = [networkId, plain(q), ...codesOf(filter), sort, ...(last ?? [null, nowhere]), limit, at];
  const byLetter = letter !== undefined || titular !== undefined || sort === 'letter';
  return queryRows<FoundMember>(
    em,
    pages[byLetter ? 'letter' : 'plain'][order],
    byLetter ? [...values, letter ?? null, titular ?? null] : values,
  );
}

/** As members find each other, by name. */
export const readNeighbours = (em: SqlEntityManager, { networkId, filter }: Found, { last, limit }: Slice): Promise<FoundNeighbour[]> =>
  queryRows<FoundNeighbour>(em, neighbours, [networkId, plain(filter.q), ...codesOf(filter), 'name', ...(last ?? [null, nowhere]), limit]);

export const membersAlike = (em: SqlEntityManager, { networkId, filter: { q, category } }: Found): Promise<AlikeMembers[]> =>
  queryRows<AlikeMembers>(em, alike, [networkId, plain(q), list(category)]);

export const countriesOfMembers = async (em: SqlEntityManager, networkId: string): Promise<string[]> =>
  (await queryRows<{ country: string }>(em, countries, [networkId])).map(({ country }) => country);
