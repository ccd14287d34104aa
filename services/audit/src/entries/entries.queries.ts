import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AuditFilter } from '@alianza/contracts/audit/entries';
import { Id } from '@alianza/contracts/shapes';
import { defineQuery, queryRows, type NamedQuery } from '@alianza/platform/data/queries';
import { columns, type EntryRow } from '../chain/chain.queries.js';

/** Words are looked for in as many entries at a time: they are read one by one, and nobody waits for the whole of a long chain. */
export const window = 10_000;

const filtered = `e.network_id = $1::uuid and e.position < $2::bigint
    and ($4::uuid is null or e.aggregate_id = $4::uuid)
    and ($5::uuid is null or e.actor_person = $5::uuid)
    and ($6::uuid is null or e.actor_organization = $6::uuid)
    and ($7::text is null or e.actor_service = $7::text)
    and ($8::text is null or e.noun = $8::text)
    and ($9::text is null or e.verb = $9::text)
    and ($10::uuid is null or e.aggregate_id = $10::uuid or e.event_id = $10::uuid or e.actor_person = $10::uuid
      or e.actor_organization = $10::uuid)`;

const duringIn = (alias: string) =>
  `${alias}.occurred_at >= coalesce($11::timestamptz, '-infinity') and ${alias}.occurred_at < coalesce($12::timestamptz, 'infinity')`;
/** Between which positions a period lies: read from the index of times, so that the list begins there and not at the end of the chain. */
const bounds = `bounds as materialized (select min(p.position) as first, max(p.position) as last, count(*) as entries from entry p
    where p.network_id = $1::uuid and ${duringIn('p')})`;
const within = `and ${duringIn('e')} and e.position >= (select first from bounds) and e.position <= (select last from bounds)`;

const said = `lower(concat_ws(' ', e.aggregate_id, e.event_id, e.hash, e.subject, e.actor, e.cause, e.data, f.text))`;
const before = `(select b.hash from entry b where b.network_id = e.network_id and b.position = e.position - 1) as previous`;
const texts = 'left join free_text f on f.network_id = e.network_id and f.position = e.position';

interface Variant {
  readonly period: boolean;
  readonly words: boolean;
}

/** Every value is spoken of, also where there is no period. */
const always = 'and $11::timestamptz is null and $12::timestamptz is null';

function pageText({ period, words }: Variant): string {
  const head = period ? `with ${bounds} ` : '';
  const where = `where ${filtered} ${period ? within : words ? always : ''}`;
  const source = words ? `(select e.* from entry e ${where} order by e.position desc limit ${String(window)}) e` : 'entry e';
  const which = words ? `where position($13::text in ${said}) > 0` : where;
  return `${head}select ${columns}, ${before} from ${source} ${texts} ${which} order by e.position desc limit $3`;
}

const windowText = ({ period }: Variant): string =>
  `${period ? `with ${bounds} ` : ''}select count(*)::int as entries, min(w.position) as last from (select e.position from entry e
    where ${filtered} ${period ? within : ''} order by e.position desc limit ${String(window)}) w where $3::int is not null`;

const variants = [
  { period: false, words: false },
  { period: true, words: false },
  { period: false, words: true },
  { period: true, words: true },
] as const;
const nameOf = ({ period, words }: Variant) => `${period ? '_in_period' : ''}${words ? '_with_words' : ''}`;

const month = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'];
const anId = '01890000-0000-7000-8000-000000000000';
const none: readonly (string | null)[] = [null, null, null, null, null, null, null];
function sampleOf(networkId: string, { period, words }: Variant, filters = none): unknown[] {
  const during = period ? month : [null, null];
  return [networkId, 1_000_000, 21, ...filters, ...(period || words ? during : []), ...(words ? ['12:15'] : [])];
}

const define = (name: string, text: string, sample: NamedQuery['sample']) => defineQuery({ name, scope: 'tenant', text, sample });
const pageOf = (variant: Variant) =>
  define(`audit_entries${nameOf(variant)}`, pageText(variant), (networkId) => sampleOf(networkId, variant));
const pages = new Map(variants.map((variant) => [nameOf(variant), pageOf(variant)]));
const windows = new Map(
  variants
    .filter(({ words }) => words)
    .map((variant) => [
      nameOf(variant),
      define(`audit_window${nameOf(variant)}`, windowText(variant), (networkId) => sampleOf(networkId, { ...variant, words: false })),
    ]),
);

/** The same statement with one filter each, so that the plan of every filter is looked at. */
const plainText = pageText({ period: false, words: false });
const filters = {
  thing: [0, anId],
  person: [1, anId],
  organization: [2, anId],
  service: [3, 'membership'],
  kind: [4, 'practice'],
  id: [6, anId],
} as const;
for (const [name, [place, value]] of Object.entries(filters))
  define(`audit_entries_by_${name}`, plainText, (networkId) =>
    sampleOf(networkId, { period: false, words: false }, none.with(place, value)),
  );

export interface Wanted {
  readonly networkId: string;
  readonly filter: AuditFilter;
  readonly before: number;
}

function valuesOf({ networkId, filter, before: position }: Wanted, limit: number) {
  const { aggregateId, personId, organizationId, service, noun, verb, since, until, q } = filter;
  const id = Id.safeParse(q).success ? q : null;
  const words = q !== '' && id === null;
  const variant = { period: since !== undefined || until !== undefined, words };
  const filterValues = [aggregateId, personId, organizationId, service, noun, verb, id];
  return { variant, values: [networkId, position, limit, ...filterValues, since, until, ...(words ? [q.toLowerCase()] : [])] };
}

/** An entry, and the hash of the one before it; null of the first. */
export type FoundEntry = EntryRow & { readonly previous: string | null };

/** The newest first. Where words are looked for, only in the next so many entries that the other filters find. */
export function findEntries(em: SqlEntityManager, wanted: Wanted & { readonly limit: number }): Promise<FoundEntry[]> {
  const { variant, values } = valuesOf(wanted, wanted.limit);
  const query = pages.get(nameOf(variant));
  if (!query) throw new Error('a variant has its query');
  return queryRows<FoundEntry>(em, query, values);
}

/** Where the search for words stopped before the end of the chain; null where it came to the end, or no words are looked for. */
export async function endOfWindow(em: SqlEntityManager, wanted: Wanted): Promise<number | null> {
  const { variant, values } = valuesOf(wanted, 1);
  const query = windows.get(nameOf(variant));
  if (!query) return null;
  const [row] = await queryRows<{ entries: number; last: string | null }>(em, query, values);
  return row && row.entries >= window && row.last !== null ? Number(row.last) : null;
}
