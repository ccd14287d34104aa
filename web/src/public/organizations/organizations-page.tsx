import type { Output } from '../../shared/api/call.js';
import { useText } from '../../shared/texts/use-text.js';
import { SearchField } from '../search-field.js';
import type { NetworkVisit, Page } from '../visit.js';
import { Figures } from './figures.js';
import { OrganizationFacets } from './organization-facets.js';
import { OrganizationList } from './organization-list.js';
import { formId, readQuery, writeQuery, type OrganizationQuery } from './organization-query.js';

const pageSize = 30;

export interface DirectoryProps {
  readonly query: OrganizationQuery;
  readonly found: Output<'membership.organizations.list'>;
  /** Counts of the whole directory, whatever is asked. */
  readonly all: Output<'membership.organizations.list'>;
  /** Who repeated others' practices, by id. */
  readonly replicators: Output<'repository.replications.list'>['organizations'];
  readonly visit: NetworkVisit;
}

function Directory(props: DirectoryProps) {
  const { query, all, visit } = props;
  const text = useText();
  const countOf = (kind: string) => all.facets.kind.find(({ value }) => value === kind)?.count ?? 0;
  return (
    <>
      <div className="intro">
        <h1>{text('organizations.title')}</h1>
        <p className="lede">{text('organizations.lede', { members: countOf('member'), actors: countOf('actor') })}</p>
        {all.total > 0 && (
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

/** `/{network}/organizaciones`: who takes part, and who else is on the map of actors. */
export async function organizationsPage(visit: NetworkVisit): Promise<Page> {
  const query = readQuery(visit.query);
  const { q, kind, sector, country, cursor } = query;
  const asked = {
    q,
    sector: [...sector],
    country: [...country],
    limit: pageSize,
    ...(kind && { kind }),
    ...(cursor !== null && { cursor }),
  };
  const [found, all, replicators] = await Promise.all([
    visit.ask('membership.organizations.list', asked),
    visit.ask('membership.organizations.list', { limit: 1 }),
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
    main: <Directory query={query} found={found} all={all} replicators={replicators} visit={visit} />,
  };
}
