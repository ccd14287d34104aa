import { useText } from '../../shared/texts/use-text.js';
import { Void } from '../../shared/parts/void.js';
import { Chips } from '../facets/chips.js';
import { organizationAddress } from '../organization/address.js';
import { useFacetLabel } from './facet-label.js';
import { OrganizationEntry } from './organization-entry.js';
import { filtersOf, withoutFilter, writeQuery, type OrganizationQuery } from './organization-query.js';
import type { DirectoryProps } from './organizations-page.js';

function useTo({ visit }: DirectoryProps) {
  return (query: Partial<OrganizationQuery>) => visit.addressOf('organizaciones') + writeQuery(query);
}

function ActiveFilters(props: DirectoryProps) {
  const label = useFacetLabel();
  const to = useTo(props);
  const { query } = props;
  const chips = filtersOf(query).map((filter) => ({ label: label(filter), href: to(withoutFilter(query, filter)) }));
  return <Chips chips={chips} clearHref={to({ q: query.q })} />;
}

function Paging(props: DirectoryProps) {
  const text = useText();
  const to = useTo(props);
  const { query, found } = props;
  if (found.nextCursor === null && query.cursor === null) return null;
  return (
    <p className="more buttons">
      {found.nextCursor !== null && (
        <a className="button second" href={to({ ...query, cursor: found.nextCursor })} rel="next">
          {text('organizations.more')}
        </a>
      )}
      {query.cursor !== null && (
        <a className="button second" href={to({ ...query, cursor: null })}>
          {text('organizations.first')}
        </a>
      )}
    </p>
  );
}

function NoOrganizations(props: DirectoryProps) {
  const text = useText();
  const to = useTo(props);
  const { q } = props.query;
  return (
    <Void title={q === '' ? text('organizations.none') : text('organizations.noneFor', { words: q })} level={3}>
      <p>
        <a href={to({})}>{text('organizations.all')}</a>
      </p>
    </Void>
  );
}

/** What an organisation repeated stands in the register. */
function repeatedBy({ replicators, visit }: DirectoryProps, id: string) {
  const found = replicators.find(({ value }) => value === id);
  return found ? { count: found.count, href: `${visit.addressOf('replicas')}?organizacion=${id}` } : null;
}

function Entries({ items, directory }: { items: DirectoryProps['found']['items']; directory: DirectoryProps }) {
  return (
    <ul className="entries">
      {items.map((organization) => (
        <OrganizationEntry
          key={organization.slug}
          organization={organization}
          href={organizationAddress(directory.visit, organization.slug)}
          categories={directory.visit.network.categories}
          repeated={repeatedBy(directory, organization.id)}
        />
      ))}
    </ul>
  );
}

/** Who stands on the map without taking part: a list of its own, which says so. */
function OtherActors(props: DirectoryProps) {
  const text = useText();
  const to = useTo(props);
  const { actors, query } = props;
  if (actors === null || actors.total === 0) return null;
  return (
    <section aria-labelledby="mapa-de-actores">
      <div className="listing-head">
        <h2 id="mapa-de-actores">{text('organizations.actors.title')}</h2>
      </div>
      <p className="notice">{text('organizations.actors.note')}</p>
      <Entries items={actors.items} directory={props} />
      {actors.nextCursor !== null && (
        <p className="more">
          <a className="button second" href={to({ ...query, kind: 'actor', cursor: null })}>
            {text('organizations.actors.all', { count: actors.total })}
          </a>
        </p>
      )}
    </section>
  );
}

/** How many, the filters in use, and who. */
export function OrganizationList(props: DirectoryProps) {
  const text = useText();
  const { found, actors, query } = props;
  const { items, total } = found;
  const none = items.length + (actors?.total ?? 0) === 0;
  return (
    <div data-live="list">
      <section aria-labelledby="cuenta">
        <div className="listing-head">
          <h2 id="cuenta">
            {query.kind === 'actor'
              ? text('organizations.actors.count', { count: total })
              : text('organizations.members.title', { count: total })}
          </h2>
        </div>
        <ActiveFilters {...props} />
        {query.kind === 'actor' && <p className="notice">{text('organizations.actors.note')}</p>}
        {none ? <NoOrganizations {...props} /> : <Entries items={items} directory={props} />}
        <Paging {...props} />
      </section>
      <OtherActors {...props} />
    </div>
  );
}
