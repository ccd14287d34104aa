import type { Input, Output } from '../../shared/api/call.js';
import { useText } from '../../shared/texts/use-text.js';
import { SearchField } from '../search-field.js';
import type { NetworkVisit, Page } from '../visit.js';
import { Figures } from './figures.js';
import { OrganizationFacets } from './organization-facets.js';
import { OrganizationList } from './organization-list.js';
import { formId, readQuery, writeQuery, type OrganizationQuery } from './organization-query.js';

const pageSize = 30;
const shownActors = 6;

type Found = Output<'membership.organizations.list'>;

export interface DirectoryProps {
  readonly query: OrganizationQuery;
  /** Members; or, where only they are asked for, the other actors of the map. */
  readonly found: Found;
  /** The first of the other actors, in a list of their own; null where the list is one. */
  readonly actors: Found | null;
  /** Both together, as the filters count them. */
  readonly both: Found;
  /** The whole directory, whatever is asked. */
  readonly members: Found;
  readonly outside: Found;
  /** Who repeated others' practices, by id. */
  readonly replicators: Output<'repository.replications.list'>['organizations'];
  readonly visit: NetworkVisit;
}

function Directory(props: DirectoryProps) {
  const { query, members, outside, visit } = props;
  const text = useText();
  return (
    <>
      <div className="intro">
        <h1>{text('organizations.title')}</h1>
        <p className="lede">{text('organizations.lede', { members: members.total, actors: outside.total })}</p>
        {members.total + outside.total > 0 && (
          <p>
            <a href="#cifras">{text('organizations.toFigures')}</a>
          </p>
        )}
      </div>
      <SearchField
        action={visit.addressOf('organizaciones')}
        formId={formId}
        id="q"
        label={text('organizations.label')}
        button={text('organizations.search')}
        value={query.q}
        unanswered={text('results.unanswered')}
      />
      <p className="sr" role="status" id="aviso" />
      <hr />
      <div className="beside">
        <OrganizationFacets {...props} />
        <OrganizationList {...props} />
      </div>
      <Figures {...props} />
    </>
  );
}

/** Members and the other actors each by themselves: who only stands on the map is never listed among those who take part. */
async function askFor(
  visit: NetworkVisit,
  query: OrganizationQuery,
): Promise<Pick<DirectoryProps, 'found' | 'actors' | 'both' | 'members' | 'outside'>> {
  const { q, kind, sector, region, country, cursor } = query;
  const filter = { q, sector: [...sector], region: [...region], country: [...country] };
  const list = (asked: Input<'membership.organizations.list'>) => visit.ask('membership.organizations.list', asked);
  const [found, actors, both, members, outside] = await Promise.all([
    list({ ...filter, kind: kind ?? 'member', limit: pageSize, ...(cursor !== null && { cursor }) }),
    kind === null && cursor === null ? list({ ...filter, kind: 'actor', limit: shownActors }) : null,
    list({ ...filter, limit: 1, ...(kind && { kind }) }),
    list({ kind: 'member', limit: 1 }),
    list({ kind: 'actor', limit: 1 }),
  ]);
  return { found, actors, both, members, outside };
}

/** `/{network}/organizaciones`: who takes part, and who else is on the map of actors. */
export async function organizationsPage(visit: NetworkVisit): Promise<Page> {
  const query = readQuery(visit.query);
  const [asked, replicators] = await Promise.all([
    askFor(visit, query),
    visit.ask('repository.replications.list', { limit: 1 }).then(
      ({ organizations }) => organizations,
      () => [],
    ),
  ]);
  return {
    status: 200,
    title: visit.text('organizations.title'),
    description: visit.text('organizations.description', { network: visit.network.name }),
    indexed: writeQuery(query) === '',
    kind: 'website',
    section: 'organizations',
    main: <Directory query={query} {...asked} replicators={replicators} visit={visit} />,
  };
}
