import { defineQuery, type NamedQuery } from '@alianza/platform/data/queries';
import { firstId, lastId, lastInstant } from '../data/cursor-keys.js';
import { orderings, type OrderingName } from './orderings.js';

/** $1 network, $2 countries, $3 types, $4 five Rs; in a page $5 is the limit and from $6 on come the sort keys. The words come last. */
const byCountry = '(cardinality($2::text[]) = 0 or countries && $2::text[])';
const byType = '(cardinality($3::text[]) = 0 or type = any($3::text[]))';
const byFiveR = '(cardinality($4::text[]) = 0 or five_rs && $4::text[])';

interface Matching {
  /** Where facets are counted. */
  readonly counted: string;
  readonly where: (words: string) => string;
  readonly rank: (words: string) => string;
}

const asked = (words: string) => `(select practice_query(${words}::text[]))`;

const matchings = {
  all: { counted: 'published_facet', where: () => '', rank: () => '0' },
  /** Every word in some form. What says it in the title comes first. */
  words: {
    counted: 'published_practice',
    where: (words) => `and document @@ ${asked(words)}`,
    rank: (words) => `ts_rank(document, ${asked(words)}) + (ts_filter(document, '{a}') @@ ${asked(words)})::int`,
  },
} as const satisfies Record<string, Matching>;
export type MatchingName = keyof typeof matchings;

const shown = `slug, type, content -> 'title' as title, content -> 'summary' as summary, countries, content ->> 'place' as place,
  (content ->> 'startYear')::int as "startYear", five_rs as "fiveRs", content ->> 'evidence' as evidence, practice_id as id`;

const noFilter = [[], [], []];
const sampleWords = (matching: MatchingName) => (matching === 'all' ? [] : [['guarderias', 'moviles']]);
const sampleKeys: Record<OrderingName, readonly unknown[]> = {
  latest: [lastInstant, lastId],
  newest: [9999, lastInstant, lastId],
  titled_es: ['', firstId],
  titled_en: ['', firstId],
  ranked: [0],
};

function pageQuery(matching: MatchingName, ordering: OrderingName): NamedQuery {
  const { where, rank } = matchings[matching];
  const { columns, after, by } = orderings[ordering];
  const words = `$${String(6 + sampleKeys[ordering].length)}`;
  const ranks = ordering === 'ranked' ? `, ${rank(words)} as rank` : '';
  return defineQuery({
    name: `practices_${matching}_${ordering}`,
    scope: 'public',
    text: `select ${shown}, ${columns}${ranks} from published_practice
      where network_id = $1 and ${byCountry} and ${byType} and ${byFiveR} ${where(words)} ${after} ${by} limit $5`,
    sample: (networkId) => [networkId, ...noFilter, 21, ...sampleKeys[ordering], ...sampleWords(matching)],
  });
}

/** Each facet counts under all filters but its own; `matched` counts under the words alone. */
function facetsQuery(matching: MatchingName): NamedQuery {
  const { counted: table, where } = matchings[matching];
  return defineQuery({
    name: `practices_${matching}_facets`,
    scope: 'public',
    text: `with found as materialized (select type, countries, five_rs, ${byCountry} as by_country, ${byType} as by_type, ${byFiveR} as by_five_r
        from ${table} where network_id = $1 ${where('$5')})
      select 'matched' as facet, '' as value, count(*)::int as count from found
      union all select 'total', '', count(*)::int from found where by_country and by_type and by_five_r
      union all select 'country', value, count(*)::int from found, unnest(countries) as value where by_type and by_five_r group by value
      union all select 'type', type, count(*)::int from found where by_country and by_five_r group by type
      union all select 'fiveR', value, count(*)::int from found, unnest(five_rs) as value where by_country and by_type group by value`,
    sample: (networkId) => [networkId, ...noFilter, ...sampleWords(matching)],
  });
}

const common = ['newest', 'titled_es', 'titled_en'] as const;
const pages = new Map<string, NamedQuery>();
for (const ordering of ['latest', ...common] as const) pages.set(`all ${ordering}`, pageQuery('all', ordering));
for (const ordering of ['ranked', ...common] as const) pages.set(`words ${ordering}`, pageQuery('words', ordering));

export function pageOf(matching: MatchingName, ordering: OrderingName): NamedQuery {
  const query = pages.get(`${matching} ${ordering}`);
  if (!query) throw new Error(`practices that match ${matching} are not ordered by ${ordering}`);
  return query;
}

export const facetsOf: Readonly<Record<MatchingName, NamedQuery>> = { all: facetsQuery('all'), words: facetsQuery('words') };

/** $1 network, $2 words without accents: for each the most alike words that are written somewhere in the network. */
export const spellings = defineQuery({
  name: 'practices_spellings',
  scope: 'public',
  text: `select asked, near.word, near.likeness from unnest($2::text[]) as asked, lateral (
      select word, similarity(plain, asked) as likeness from published_word where network_id = $1 and plain % asked order by likeness desc, word limit 4
    ) as near`,
  sample: (networkId) => [networkId, ['guarderias', 'mobilse']],
});
