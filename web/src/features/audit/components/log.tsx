import type { AuditEntry } from '@alianza/contracts/audit/entries';
import { useNavigate, useSearchParams } from 'react-router';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { Void } from '../../../shared/parts/void.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Output } from '../../../shared/api/call.js';
import { filterOf, isFiltered, readQuery, writeQuery, type AuditQuery } from '../api/audit-query.js';
import type { AuditSource } from '../api/audit-source.js';
import { useNames } from '../api/use-names.js';
import { AuditFilters } from './audit-filters.js';
import { ChainState } from './chain-state.js';
import { LogTable } from './log-table.js';
import { Take } from './take.js';

/** In how many entries words are looked for at a time. */
const window = 10_000;

interface Props {
  readonly source: AuditSource;
  /** What the filters offer; none where names are not known. */
  readonly actors: Output<'audit.actors.list'>;
  readonly named: boolean;
  readonly zone: string;
}

interface Listed {
  readonly data: { readonly pages: readonly unknown[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Filters, kept in the address. */
function useAuditQuery(): readonly [AuditQuery, (change: Partial<AuditQuery>) => void] {
  const [search] = useSearchParams();
  const go = useNavigate();
  const query = readQuery(search);
  return [query, (change) => void go(writeQuery({ ...query, ...change }), { preventScrollReset: true })];
}

/** Nothing here: at all, with these filters, or as far as words were looked for. */
function Empty({ query, list }: { query: AuditQuery; list: Listed }) {
  const text = useText();
  if (!isFiltered(query)) return <p>{text('secretariat.audit.none')}</p>;
  if (!list.hasNextPage) return <Void title={text('auditLog.noneSuch')} />;
  return (
    <Void title={text('auditLog.noneYet', { window: numberIn(text.lang, window * (list.data?.pages.length ?? 1)) })}>
      <button className="button" type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {text('auditLog.goOn')}
      </button>
    </Void>
  );
}

const idsOf = (items: readonly AuditEntry[]) => ({
  people: items.map(({ actor }) => actor.personId),
  organizations: items.flatMap(({ actor, aggregateId, subject }) =>
    subject.includes('.organization.') ? [actor.organizationId, aggregateId] : [actor.organizationId],
  ),
});

/** Every change of a chain that the filters find, whether the chain holds, and both as a file. */
export function Log({ source, actors, named, zone }: Props) {
  const text = useText();
  const [query, change] = useAuditQuery();
  const filter = filterOf(query, zone);
  const list = useList(source.list, { ...filter, limit: 50 });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { people, organizations } = idsOf(items);
  const names = useNames(named ? [...people, ...actors.people] : [], named ? [...organizations, ...actors.organizations] : []);
  const said = list.data ? text('auditLog.shown', { count: items.length, more: list.hasNextPage ? 'yes' : 'no' }) : '';
  return (
    <>
      <ChainState source={source} zone={zone} />
      <AuditFilters query={query} change={change} actors={actors} names={names} said={said} />
      <Take source={source} filter={filter} />
      <Loaded query={list} failed={text('secretariat.audit.failed')} skeleton={<RowsSkeleton rows={8} />}>
        {() =>
          items.length === 0 ? <Empty query={query} list={list} /> : <LogTable items={items} query={query} names={names} zone={zone} />
        }
      </Loaded>
      {items.length > 0 && <NextPage list={list} />}
    </>
  );
}
