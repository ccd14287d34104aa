import type { SearchResult } from '@alianza/contracts/repository/search';
import { useText } from '../../shared/texts/use-text.js';
import { listOf } from '../../shared/format/lists.js';
import { SearchField } from '../search-field.js';
import type { NetworkVisit, Page } from '../visit.js';
import { FacetSheet } from './facet-sheet.js';
import { OrganizationsFound, organizationsCalled, type FoundOrganizations } from './organizations-found.js';
import { ResultList } from './result-list.js';
import { filtersIn, filtersOf, formId, readSearch, sortOf, withoutFilters, writeSearch, type SearchQuery } from './search-query.js';

const pageSize = 20;

/** How many, or that they are more. */
type Counted = Pick<SearchResult, 'total' | 'totalIsLowerBound'>;

export interface ResultsProps {
  readonly query: SearchQuery;
  readonly found: SearchResult;
  /** Records of the network, whatever is asked. */
  readonly all: Counted;
  readonly visit: NetworkVisit;
  readonly organizations: FoundOrganizations | null;
}

/** The words as they are written, and back. */
const ways = { exactly: true, alike: false } as const;

function OtherWay({ to, query, visit }: Pick<ResultsProps, 'query' | 'visit'> & { readonly to: keyof typeof ways }) {
  const text = useText();
  const href = visit.addressOf('practicas') + writeSearch({ ...query, exact: ways[to], cursor: null });
  return <a href={href}>{text(`results.${to}`)}</a>;
}

function Corrected({ query, found, visit }: Pick<ResultsProps, 'query' | 'found' | 'visit'>) {
  const text = useText();
  const { q } = query;
  const words = found.meant.map((word) => text('results.meant', { word }));
  return (
    <p className="hint">
      {words.length === 0 ? text('results.corrected', { q }) : text('results.correctedTo', { q, words: listOf(text.lang, words) })}{' '}
      <OtherWay to="exactly" query={query} visit={visit} />
    </p>
  );
}

/** Goes on with the form: it names the words of which it holds, and no others. */
function Exactly({ query, visit }: Pick<ResultsProps, 'query' | 'visit'>) {
  const text = useText();
  return (
    <p className="hint">
      <input type="hidden" name="exact" value={query.q} form={formId} />
      {text('results.exact')} <OtherWay to="alike" query={query} visit={visit} />
    </p>
  );
}

function Hint({ query, found, organizations, visit }: Omit<ResultsProps, 'all'>) {
  const text = useText();
  const shown = found.total > 0;
  return (
    <div data-live="hint">
      {shown && found.corrected && <Corrected query={query} found={found} visit={visit} />}
      {query.exact && query.q !== '' && <Exactly query={query} visit={visit} />}
      {found.degraded && <p className="hint">{text('results.degraded')}</p>}
      {shown && found.partial && <p className="hint">{text('results.partial')}</p>}
      <OrganizationsFound found={organizations} q={query.q} visit={visit} />
    </div>
  );
}

function Results(props: ResultsProps) {
  const { query, found, all, visit, organizations } = props;
  const text = useText();
  const action = visit.addressOf('practicas');
  const filtered = filtersOf(query).length > 0;
  return (
    <>
      <h1 className="sr">{query.q === '' ? text('results.title') : text('results.titleFor', { q: query.q })}</h1>
      <SearchField
        action={action}
        formId={formId}
        id="q"
        label={text(all.totalIsLowerBound ? 'results.labelAtLeast' : 'results.label', { count: all.total })}
        button={text('results.search')}
        value={query.q}
        unanswered={text('results.unanswered')}
      />
      <Hint query={query} found={found} organizations={organizations} visit={visit} />
      <p className="sr" role="status" id="aviso" />
      <hr />
      <div className="beside">
        <FacetSheet query={query} found={found} clearHref={filtered ? action + writeSearch(withoutFilters(query)) : null} />
        <ResultList {...props} feedHref={feedOf(visit, query)} />
      </div>
    </>
  );
}

/** The same search as a feed, which has an order and an end of its own. */
const feedOf = (visit: NetworkVisit, query: SearchQuery): string =>
  visit.addressOf('practicas.atom') + writeSearch({ ...query, sort: null, cursor: null });

/** `/{network}/practicas`: what was found, and how to narrow it. */
export async function resultsPage(visit: NetworkVisit): Promise<Page> {
  const query = readSearch(visit.query);
  const { q, cursor, exact } = query;
  const asked = { ...filtersIn(query), q, ...(exact && { exact: 'true' as const }), sort: sortOf(query), limit: pageSize };
  const [found, all, organizations] = await Promise.all([
    visit.ask('repository.practices.search', cursor === null ? asked : { ...asked, cursor }),
    visit.ask('repository.practices.search', { limit: 1 }),
    organizationsCalled(visit, q, cursor === null),
  ]);
  const isPlain = filtersOf(query).length === 0 && writeSearch(query) === '';
  return {
    status: 200,
    title: q === '' ? visit.text('results.title') : visit.text('results.titleFor', { q }),
    description: visit.text('results.description'),
    indexed: isPlain,
    kind: 'website',
    section: 'practices',
    feed: feedOf(visit, query),
    main: <Results query={query} found={found} all={all} visit={visit} organizations={organizations} />,
  };
}
