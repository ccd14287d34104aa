import { Link } from 'react-router';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useAddress } from '../../../shared/session/place.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { columns, filterOf, type MemberQuery } from '../api/member-query.js';

interface Props {
  readonly query: MemberQuery;
  readonly change: (change: Partial<MemberQuery>) => void;
}

const formats = ['xlsx', 'csv'] as const;

/** What is shown of each member, on the page and in what is downloaded. */
function Columns({ query, change }: Props) {
  const text = useText();
  return (
    <details className="column-choice">
      <summary>{text('members.columns')}</summary>
      <fieldset>
        <legend className="sr">{text('members.columns')}</legend>
        {columns.map((column) => (
          <label className="option" key={column}>
            <input
              type="checkbox"
              checked={query.columns.includes(column)}
              onChange={({ target }) =>
                change({ columns: columns.filter((one) => (one === column ? target.checked : query.columns.includes(one))) })
              }
            />{' '}
            {text(`members.column.${column}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** What is found, for the page on which it is written to. */
function wantedIn(query: MemberQuery): string {
  const { sort: _sort, order: _order, ...filter } = filterOf(query);
  return new URLSearchParams({ filtro: JSON.stringify(filter) }).toString();
}

/** Columns to show, and what is found as a file with the same columns. */
export function TableTools({ query, change }: Props) {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const take = useWrite('membership.members.export');
  const download = (format: (typeof formats)[number]) =>
    take.mutate(
      { input: { ...filterOf(query), columns: ['name', ...query.columns], format } },
      { onSuccess: ({ url }) => location.assign(url) },
    );
  return (
    <>
      <div className="table-tools">
        <Columns query={query} change={change} />
        {formats.map((format) => (
          <button key={format} className="button second" type="button" disabled={take.isPending} onClick={() => download(format)}>
            {text('members.export.press', { format: format.toUpperCase() })}
          </button>
        ))}
        {may('mailings:send') && (
          <Link className="button second" to={`${address('secretaria/mensajes/nuevo')}?${wantedIn(query)}`}>
            {text('mailings.writeToThese')}
          </Link>
        )}
      </div>
      {take.error && <Failure error={take.error} title={text('members.export.failed')} />}
    </>
  );
}
