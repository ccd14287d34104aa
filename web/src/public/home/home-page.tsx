import type { Output } from '../../shared/api/call.js';
import { useText } from '../../shared/texts/use-text.js';
import { writeSearch } from '../results/search-query.js';
import { SearchField } from '../search-field.js';
import type { NetworkVisit, Page } from '../visit.js';
import { CountryMap } from './country-map.js';
import { FiveRsList } from './five-rs-list.js';
import { NewestPractices } from './newest-practices.js';
import { Questions, type AnsweredQuestion } from './questions-list.js';
import { questionsFor, type Question } from './questions.js';

type Search = Output<'repository.practices.search'>;
type Members = Output<'membership.organizations.list'>['facets']['country'];

const mostQuestions = 6;
const mostNewest = 4;

const paramsOf = ({ q, type, fiveR, country }: Question, lang: 'es' | 'en') => ({
  q: q?.[lang] ?? '',
  type: type ? [type] : [],
  fiveR: fiveR ? [fiveR] : [],
  country: country ? [country] : [],
});

/** Each question with how many records answer it now; those without are not asked. */
async function answered({ network, lang, ask, addressOf }: NetworkVisit): Promise<AnsweredQuestion[]> {
  const counted = await Promise.all(
    questionsFor(network.code).map(async (question) => {
      const params = paramsOf(question, lang);
      const { total, totalIsLowerBound: isLowerBound = false } = await ask('repository.practices.search', { ...params, limit: 1 });
      return { id: question.id, total, isLowerBound, href: addressOf('practicas') + writeSearch(params) };
    }),
  );
  return counted.filter(({ total }) => total > 0).slice(0, mostQuestions);
}

interface Props {
  readonly visit: NetworkVisit;
  readonly all: Search;
  readonly newest: Search;
  readonly questions: readonly AnsweredQuestion[];
  /** Members of the network by country. */
  readonly members: Members;
  /** Confirmed replications. */
  readonly repeated: number;
}

function Opening({ visit, all, questions }: Pick<Props, 'visit' | 'all' | 'questions'>) {
  const text = useText();
  const practices = visit.addressOf('practicas');
  return (
    <section className="opening">
      <div className="stack">
        <h1>{visit.network.claim}</h1>
        <p className="lede">{visit.network.description}</p>
        <SearchField
          action={practices}
          id="q"
          label={text(all.totalIsLowerBound ? 'results.labelAtLeast' : 'results.label', { count: all.total })}
          button={text('results.search')}
          focused
          suggest={{
            from: `/api/v1/${visit.network.code}/practices`,
            named: text('home.suggestions'),
            said: [0, 1, 2, 3, 4, 5].map((count) => text('home.suggested', { count })),
          }}
        />
        <Questions questions={questions} />
      </div>
      <FiveRsList counts={all.facets.fiveR} practicesHref={practices} />
    </section>
  );
}

function Home(props: Props) {
  const { visit, all, newest, members, repeated } = props;
  const practicesHref = visit.addressOf('practicas');
  return (
    <>
      <Opening {...props} />
      <NewestPractices
        newest={newest.items.length > 0 ? newest : all}
        all={all}
        practicesHref={practicesHref}
        repeated={{ total: repeated, href: visit.addressOf('replicas') }}
      />
      {all.facets.country.length > 0 && (
        <CountryMap
          counts={all.facets.country}
          members={members}
          practicesHref={practicesHref}
          organizationsHref={visit.addressOf('organizaciones')}
        />
      )}
    </>
  );
}

/** How often anything was repeated: a way further, which never keeps the page from being read. */
const repeatedIn = (visit: NetworkVisit): Promise<number> =>
  visit.ask('repository.replications.list', { limit: 1 }).then(
    ({ total }) => total,
    () => 0,
  );

/** Where they are stands beside where the records are: it never keeps those from being read. */
const membersOf = (visit: NetworkVisit): Promise<Members> =>
  visit.ask('membership.organizations.list', { kind: 'member', limit: 1 }).then(
    ({ facets }) => facets.country,
    () => [],
  );

function dataOf({ network, origin, addressOf, lang }: NetworkVisit) {
  const url = origin + addressOf();
  const target = `${origin}${addressOf('practicas')}?q={search_term_string}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: network.name,
    alternateName: network.acronym,
    description: network.description,
    url,
    inLanguage: lang,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: target },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** `/{network}`: what this is, the search, questions with answers, the five Rs, what is new, where. */
export async function homePage(visit: NetworkVisit): Promise<Page> {
  const [all, newest, questions, members, repeated] = await Promise.all([
    visit.ask('repository.practices.search', { sort: 'newest', limit: mostNewest }),
    visit.ask('repository.practices.search', { type: ['good-practice'], sort: 'newest', limit: mostNewest }),
    answered(visit),
    membersOf(visit),
    repeatedIn(visit),
  ]);
  return {
    status: 200,
    title: null,
    description: visit.text('home.description', { claim: visit.network.claim }),
    indexed: true,
    kind: 'website',
    section: null,
    data: dataOf(visit),
    feed: visit.addressOf('practicas.atom'),
    main: <Home visit={visit} all={all} newest={newest} questions={questions} members={members} repeated={repeated} />,
  };
}
