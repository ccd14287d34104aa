import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { listMembers, LetterState } from '@alianza/contracts/membership/directory/members';
import type { InputOf } from '@alianza/contracts/operation';
import { countriesOfRegion } from '@alianza/contracts/membership/directory/regions';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { plain } from '../names.js';
import type { Organization } from '../organization.entity.js';

/** Of titulars and suplentes together the last letter to run out counts: of all members at once, or of each that is shown. */
const latest = `select max(r.letter_valid_until) as until`;
const ofRepresentatives = `from role r where r.network_id = $1::uuid and r.until is null and r.role in ('titular', 'suplente')`;
const lettersOfAll = `left join (${latest}, r.organization_id ${ofRepresentatives} group by r.organization_id) l on l.organization_id = o.id`;
const lettersOfEach = `left join lateral (${latest} ${ofRepresentatives} and r.organization_id = o.id) l on true`;
const letterState = `case when l.until is null then 'missing' when l.until < now() then 'expired'
    when l.until < now() + interval '30 days' then 'expiring' else 'valid' end`;

const among = (at: number, column: string) => `($${String(at)}::text[] = '{}' or ${column} = any($${String(at)}::text[]))`;
const wanted = `o.network_id = $1::uuid and o.kind = 'member'
    and ($2::text = '' or position($2::text in coalesce(o.plain, o.name_key)) > 0)
    and ${among(3, 'o.status')} and ${among(4, 'o.category')} and ${among(5, 'o.sector')} and ${among(6, 'o.country')}
    and ($7::text[] = '{}' or o.region = any($7::text[]) or (o.region is null and o.country = any($8::text[])))`;

const day = (instant: string) => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD')`;
/** Keys are of plain letters, so they are compared as bytes. */
const plainKey = `case $9::text when 'country' then coalesce(o.country, 'ZZ') || ' ' || o.name_key
    when 'since' then coalesce(${day('o.category_since')}, '0000') || ' ' || o.name_key else o.name_key end`;
const letterKey = `case $9::text when 'letter' then coalesce(${day('l.until')}, '9999') || ' ' || o.name_key else ${plainKey} end`;

const columns = `o.id, o.slug, o.name, o.acronym, o.sector, o.country, o.region, o.category, o.category_since as "categorySince", o.status,
    o.decided_at as "decidedAt", o.decided_reason as "decidedReason", o.languages, o.website, o.shows, o.listed, o.version,
    ${letterState} as letter, l.until as "letterValidUntil", f.key, f.total`;

interface Variant {
  readonly name: string;
  readonly direction: 'asc' | 'desc';
  /** Letters are looked at of all only where they filter or sort. */
  readonly byLetter: boolean;
}

const page = ({ name, direction, byLetter }: Variant) =>
  defineQuery({
    name,
    scope: 'tenant',
    text: `with found as materialized (select o.id, ${byLetter ? letterKey : plainKey} collate "C" as key from organization o ${byLetter ? lettersOfAll : ''}
        where ${wanted} ${byLetter ? `and ($13::text is null or ${letterState} = $13::text)` : ''}),
      shown as (select id, key, (select count(*)::int from found) as total from found
        where $10::text is null or (key, id) ${direction === 'asc' ? '>' : '<'} ($10::text collate "C", $11::uuid)
        order by key ${direction}, id ${direction} limit $12)
      select ${columns} from shown f join organization o on o.network_id = $1::uuid and o.id = f.id ${lettersOfEach}
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
      ...(byLetter ? ['valid'] : []),
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

const countries = defineQuery({
  name: 'members_countries',
  scope: 'tenant',
  text: `select distinct o.country from organization o where o.network_id = $1 and o.kind = 'member' and o.country is not null order by o.country`,
  sample: (networkId) => [networkId],
});

export type Filter = Pick<InputOf<typeof listMembers>, 'q' | 'status' | 'category' | 'sector' | 'region' | 'country' | 'letter'>;
export type Order = Pick<InputOf<typeof listMembers>, 'sort' | 'order'>;

export interface Slice {
  /** Sort key and id of the last one read. */
  readonly last: readonly (string | number | null)[] | null;
  readonly limit: number;
}

type Shown =
  | 'id'
  | 'slug'
  | 'name'
  | 'acronym'
  | 'sector'
  | 'country'
  | 'region'
  | 'category'
  | 'status'
  | 'decidedReason'
  | 'version'
  | 'languages'
  | 'website'
  | 'shows'
  | 'listed';
/** Instants come as text. */
export type FoundMember = Pick<Organization, Shown> & {
  categorySince: string | null;
  decidedAt: string | null;
  letter: LetterState;
  letterValidUntil: string | null;
  key: string;
  /** How many are found, on whatever page. */
  total: number;
};

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
  { last, limit }: Slice,
): Promise<FoundMember[]> {
  const { q, status, category, sector, region, country, letter } = filter;
  const codes = [status, category, sector, country, region, region.flatMap((one) => [...countriesOfRegion(one)])].map(list);
  const values = [networkId, plain(q), ...codes, sort, ...(last ?? [null, nowhere]), limit];
  const byLetter = letter !== undefined || sort === 'letter';
  return queryRows<FoundMember>(em, pages[byLetter ? 'letter' : 'plain'][order], byLetter ? [...values, letter ?? null] : values);
}

export const countriesOfMembers = async (em: SqlEntityManager, networkId: string): Promise<string[]> =>
  (await queryRows<{ country: string }>(em, countries, [networkId])).map(({ country }) => country);
