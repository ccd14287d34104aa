import { defineQuery, type NamedQuery } from '@alianza/platform/data/queries';
import { firstId, lastId, lastInstant } from '../../data/cursor-keys.js';
import { facetNames, type Filters } from '../practice-index.js';
import { shown } from './hits.queries.js';
import { firstKey, orderings, type OrderingName } from './orderings.js';
import type { SlotQuery } from './slot-queries.js';

/** $1 network, from $2 on one list for each facet; in a page the limit and the sort keys follow. What is sought comes last. */
const parameterOf = (index: number) => `$${String(2 + index)}::text[]`;
const meets = (index: number) => `(cardinality(${parameterOf(index)}) = 0 or facets && ${parameterOf(index)})`;
const meetsAll = facetNames.map((_name, index) => meets(index)).join(' and ');

/** Values of `$2` and on. */
export const filterValues = (filters: Partial<Filters>): string[][] =>
  facetNames.map((name) => (filters[name] ?? []).map((value) => `${name}=${value}`));

/**
 * One plan for every network would read each record of a large one beside the few that were found (PostgreSQL takes it to be one of some), and try
 * filters that nobody set at every record.
 */
const planned = (matching: MatchingName) => (matching === 'all' ? {} : ({ replanned: true } as const));

interface Matching {
  /** Where a page is read, and where facets are counted. */
  readonly paged: string;
  readonly counted: string;
  /** The slots of the query, from the parameter at `first` on. */
  readonly slots: (first: number) => string;
  readonly where: (first: number) => string;
}

/** The very words count for more than what stands for them; of a slot that names nothing they are all there is. */
const literally = (written: string, more: number) =>
  `case when slot.said is null or record.document @@ slot.${written} then ${String(more)} else 0 end`;
/** What a slot is worth in a record: by the most prominent field that answers it, less where words of a name stand apart. */
const worth = `case when record.document @@ in_title then 1 + ${literally('said_in_title', 0.3)} else ${literally('said', 0.15)}
    + case when record.document @@ in_summary then 0.6 when record.document @@ in_body then 0.3 when record.document @@ apart_in_title then 0.2 else 0.1 end end`;
/** Where every slot is answered nobody asks once more which ones are; else what answers more of the query counts for more. */
const rankOf = (matching: MatchingName) =>
  matching === 'some'
    ? `(select sum(weight) * sum(weight * (${worth})) from slot where record.document @@ query)`
    : `(select sum(weight * (${worth})) from slot)`;
const joined = (operator: '&' | '|') => `string_agg('(' || query::text || ')', ' ${operator} ')::tsquery`;
const slotsAt = (first: number) => `with slot as materialized (
    select query::tsquery as query, close::tsquery as close, in_title::tsquery as in_title, in_summary::tsquery as in_summary,
      in_body::tsquery as in_body, apart_in_title::tsquery as apart_in_title,
      said::tsquery as said, said_in_title::tsquery as said_in_title, weight
    from unnest(${[0, 1, 2, 3, 4, 5, 6, 7].map((at) => `$${String(first + at)}::text[]`).join(', ')}, $${String(first + 8)}::float8[])
      as given (query, close, in_title, in_summary, in_body, apart_in_title, said, said_in_title, weight)
    where query is not null)`;
const enough = (first: number) => `$${String(first + 9)}::float8`;

/** Slots and what each weighs, as those parameters. */
export function soughtValues(queries: readonly SlotQuery[], weights: readonly number[]): unknown[] {
  const of = (name: keyof SlotQuery) => queries.map((query) => query[name]);
  return [
    of('query'),
    of('close'),
    of('inTitle'),
    of('inSummary'),
    of('inBody'),
    of('apartInTitle'),
    of('said'),
    of('saidInTitle'),
    weights,
  ];
}

/** Records are found where fifty share a page, and read where each has its own. */
const found = 'published_document as found';
const foundRecords = `${found} join published_practice as record using (network_id, practice_id)`;
const matchings = {
  all: { paged: 'published_practice as record', counted: 'published_facet', slots: () => '', where: () => '' },
  /** Every slot is answered somewhere. */
  words: { paged: foundRecords, counted: found, slots: slotsAt, where: () => `and found.document @@ (select ${joined('&')} from slot)` },
  /** Slots that together weigh enough are answered; whatever has none of the heavy ones cannot reach that. */
  some: {
    ...{ paged: foundRecords, counted: foundRecords },
    slots: slotsAt,
    where: (
      first,
    ) => `and found.document @@ (select ${joined('|')} from (select query, sum(weight) over (order by weight, query) as up_to from slot) as light
          where up_to >= ${enough(first)}) and (select sum(weight) from slot where record.document @@ query) >= ${enough(first)}`,
  },
} as const satisfies Record<string, Matching>;
export type MatchingName = keyof typeof matchings;

/** Only where a slot is answered neither in the title nor in the summary: most pages stay light. */
const rest = `case when exists (select from slot where not (document @@ in_title or document @@ in_summary)) then content end as rest`;

const noFilter = facetNames.map(() => []);
const sampleSlots = soughtValues(
  ['guarderi', 'movil'].map((stem) => ({
    ...{
      query: `'${stem}'`,
      close: `'${stem}'`,
      inTitle: `'${stem}':A`,
      inSummary: `'${stem}':B`,
      inBody: `'${stem}':C`,
      apartInTitle: `'${stem}':A`,
      said: `'${stem}'`,
      saidInTitle: `'${stem}':A`,
    },
  })),
  [1, 1],
);
const sampleSought: Record<MatchingName, readonly unknown[]> = { all: [], words: sampleSlots, some: [...sampleSlots, 1] };
const sampleKeys: Record<OrderingName, readonly unknown[]> = {
  latest: [lastInstant, lastId],
  newest: [lastInstant, lastId],
  titled_es: ['', firstId],
  titled_en: ['', firstId],
  ranked: [0],
};

/** The wide columns are read of the page alone. */
function pageQuery(matching: MatchingName, ordering: OrderingName): NamedQuery {
  const { paged, slots, where } = matchings[matching];
  const { columns, after, by } = orderings[ordering];
  const first = firstKey + sampleKeys[ordering].length;
  const why = matching === 'all' ? 'null as rest' : rest;
  const ranks = ordering === 'ranked' ? `, ${rankOf(matching)} as rank` : '';
  const one = {
    select: `select network_id, practice_id${ranks} from ${paged}`,
    where: `${meetsAll} ${where(first)} ${after}`,
    by,
  };
  const listed = matching === 'words' && ordering === 'ranked' ? titledFirst(one) : `listed as (${whole(one)})`;
  const on = 'listed.network_id = practice.network_id and listed.practice_id = practice.practice_id';
  return defineQuery({
    name: `practices_${matching}_${ordering}`,
    scope: 'public',
    ...planned(matching),
    text: `${open(slots(first))} ${listed}
      select ${shown}, ${why}, ${columns} from listed, published_practice as practice where practice.network_id = $1 and ${on} ${bySame(by)}`,
    sample: (networkId) => [networkId, ...noFilter, 21, ...sampleKeys[ordering], ...sampleSought[matching]],
  });
}

interface Part {
  readonly select: string;
  readonly where: string;
  readonly by: string;
}

const limit = `limit $${String(firstKey - 1)}`;
const whole = ({ select, where, by }: Part, only = ''): string => `${select} where network_id = $1 and ${only} ${where} ${by} ${limit}`;

/**
 * No record ranks before those whose title answers every slot in its very words, and among them the latest comes first: where they fill the page,
 * the others, which may be thousands, need not be ranked.
 */
function titledFirst(part: Part): string {
  // Of a title alone nothing else is asked, so that the index decides without a look at the record.
  const inTitle = `(select string_agg('(' || close::text || ')' || coalesce(' & (' || said::text || ')', ''), ' & ')::tsquery from slot)`;
  const filled = `(select count(*) from titled) = $${String(firstKey - 1)}`;
  return `titled as materialized (select network_id, practice_id, (select sum(weight) from slot) as rank from published_practice
        where network_id = $1 and ${meetsAll} and ts_filter(document, '{a}') @@ ${inTitle} and not exists (select from slot where close is null)
        ${part.by.replace('rank desc, ', '')} ${limit}),
      listed as (select * from titled where ${filled} union all (${whole(part, `not (${filled}) and`)}))`;
}

const open = (slots: string): string => (slots === '' ? 'with' : `${slots},`);
/** The order once more, without its beginning. */
const bySame = (by: string): string => by.replace(/ offset .*/, '').replaceAll('practice_id', (column) => `practice.${column}`);

/** What facets a digest stands for, `FacetCounts` knows: the database only says which records match the words, six bytes each. */
function facetsQuery(matching: MatchingName): NamedQuery {
  const { counted, slots, where } = matchings[matching];
  return defineQuery({
    name: `practices_${matching}_facets`,
    scope: 'public',
    ...planned(matching),
    text: `${slots(2)} select string_agg(digest, '') as digests from ${counted} where network_id = $1 ${where(2)}`,
    sample: (networkId) => [networkId, ...sampleSought[matching]],
  });
}

const common = ['latest', 'newest', 'titled_es', 'titled_en'] as const;
const pages = new Map<string, NamedQuery>();
for (const ordering of common) pages.set(`all ${ordering}`, pageQuery('all', ordering));
for (const matching of ['words', 'some'] as const)
  for (const ordering of ['ranked', ...common] as const) pages.set(`${matching} ${ordering}`, pageQuery(matching, ordering));

export function pageOf(matching: MatchingName, ordering: OrderingName): NamedQuery {
  const query = pages.get(`${matching} ${ordering}`);
  if (!query) throw new Error(`practices that match ${matching} are not ordered by ${ordering}`);
  return query;
}

export const facetsOf: Readonly<Record<MatchingName, NamedQuery>> = {
  all: facetsQuery('all'),
  words: facetsQuery('words'),
  some: facetsQuery('some'),
};

/** $1 network, $2 words without accents: for each the most alike words that are written somewhere in the network. */
export const spellings = defineQuery({
  name: 'practices_spellings',
  scope: 'public',
  text: `select asked, near.word, near.likeness from unnest($2::text[]) as asked, lateral (
      select word, similarity(plain, asked) as likeness from published_word where network_id = $1 and plain % asked order by likeness desc, word limit 8
    ) as near`,
  sample: (networkId) => [networkId, ['guarderias', 'mobilse']],
});

/** $1 network, $2 slots: how many records answer each, counted to a thousand, of how many there are, counted to ten thousand. */
export const frequencies = defineQuery({
  name: 'practices_frequencies',
  scope: 'public',
  text: `select (select count(*)::int from (select from published_document where network_id = $1 and document @@ slot_query(written) limit 1000) as answers) as answering,
      (select count(*)::int from (select from published_facet where network_id = $1 limit 10000) as every) as of
    from unnest($2::text[]) with ordinality as given (written, place) order by place`,
  sample: (networkId) => [networkId, ['guarderias', 'moviles']],
});
