import type { Output } from '../../shared/api/call.js';
import { useText } from '../../shared/texts/use-text.js';
import { organizationAddress } from '../organization/address.js';
import type { NetworkVisit } from '../visit.js';

export type FoundOrganizations = Output<'membership.organizations.list'>;

/** More than these are a list of their own. */
const most = 3;
/** Of a query: shorter ones are part of too many names. */
const shortest = 3;

/** Organisations that are called so, asked on the first page only. Never keeps records from being found. */
export function organizationsCalled(visit: NetworkVisit, q: string, isFirstPage: boolean): Promise<FoundOrganizations | null> {
  if (!isFirstPage || q.length < shortest || q.length > 100) return Promise.resolve(null);
  return visit.ask('membership.organizations.list', { q, limit: most }).catch(() => null);
}

/** Beside the records: the organisations whose name holds the words. */
export function OrganizationsFound({ found, q, visit }: { found: FoundOrganizations | null; q: string; visit: NetworkVisit }) {
  const text = useText();
  if (found === null || found.total === 0) return null;
  const inDirectory = `${visit.addressOf('organizaciones')}?${new URLSearchParams({ q }).toString()}`;
  if (found.total > most)
    return (
      <p className="quiet-text">
        <a href={inDirectory}>{text('results.organizations.many', { count: found.total, q })}</a>
      </p>
    );
  return (
    <p className="quiet-text">
      {text('results.organizations.some', { count: found.total })}{' '}
      {found.items.map(({ slug, name }, at) => (
        <span key={slug}>
          {at > 0 && ' · '}
          <a href={organizationAddress(visit, slug)}>{name}</a>
        </span>
      ))}
    </p>
  );
}
