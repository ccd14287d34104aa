import { useNavigate, useSearchParams, Link } from 'react-router';
import { numberIn } from '../../../shared/format/numbers.js';
import { Failure } from '../../../shared/page/failure.js';
import { Void } from '../../../shared/parts/void.js';
import { Desk } from '../../../shared/queue/desk.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useList, useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { filterOf, isFiltered, readQuery, writeQuery, type ActorQuery } from '../api/actor-query.js';
import { ActorCountries } from '../components/actor-countries.js';
import { ActorFilters } from '../components/actor-filters.js';
import { ActorTable } from '../components/actor-table.js';
import { ActorFile } from '../file/actor-file.js';

const formats = ['xlsx', 'csv'] as const;

/** What can be done with the list: one more, and what is found as a file. */
function Tools({ query }: { query: ActorQuery }) {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const take = useWrite('membership.actors.export');
  const download = (format: (typeof formats)[number]) =>
    take.mutate({ input: { ...filterOf(query), format } }, { onSuccess: ({ url }) => location.assign(url) });
  return (
    <>
      <div className="table-tools">
        {may('organizations:maintain') && (
          <Link className="button" to={address('secretaria/actores/nuevo')}>
            {text('actors.add')}
          </Link>
        )}
        {may('organizations:import') && (
          <Link className="button second" to={address('secretaria/actores/importar')}>
            {text('actorImports.open')}
          </Link>
        )}
        {formats.map((format) => (
          <button key={format} className="button second" type="button" disabled={take.isPending} onClick={() => download(format)}>
            {text('actors.export.press', { format: format.toUpperCase() })}
          </button>
        ))}
      </div>
      {take.error && <Failure error={take.error} title={text('actors.export.failed')} />}
    </>
  );
}

function Empty({ query }: { query: ActorQuery }) {
  const text = useText();
  if (isFiltered(query)) return <Void title={text('actors.noneSuch')} />;
  return (
    <Void title={text('actors.none')}>
      <p>{text('actors.noneText')}</p>
    </Void>
  );
}

/** Organisations that work in care and are not members, and beside them the file of one. */
export function Component() {
  const text = useText();
  const may = useMay();
  const [search] = useSearchParams();
  const go = useNavigate();
  const query = readQuery(search);
  const change = (part: Partial<ActorQuery>) => void go(writeQuery({ ...query, ...part }), { preventScrollReset: true });
  const { openId, close } = useOpenRow();
  const list = useList('membership.actors.list', { ...filterOf(query), limit: 50 });
  const pages = list.data?.pages ?? [];
  const [first] = pages;
  const shown = pages.reduce((sum, page) => sum + page.items.length, 0);
  const total = first?.total ?? 0;
  const said = text('members.shown', { total, shown: numberIn(text.lang, shown), totalSaid: numberIn(text.lang, total) });
  const countries = first?.facets.country ?? [];
  return (
    <>
      <QueueHead title={text('actors.title')}>
        <QueueKeys />
      </QueueHead>
      <p className="quiet-text">{text('actors.lede')}</p>
      {may('organizations:read') && (
        <>
          <ActorFilters query={query} change={change} countries={countries.map(({ value }) => value)} said={first ? said : ''} />
          <Tools query={query} />
          <ActorCountries counts={countries} query={query} />
        </>
      )}
      <Desk
        title={text('actors.title')}
        list={list}
        failed={text('actors.failed')}
        opened={openId !== null && <ActorFile key={openId} id={openId} onClose={close} />}
      >
        {(items) => (items.length === 0 ? <Empty query={query} /> : <ActorTable items={items} />)}
      </Desk>
    </>
  );
}
