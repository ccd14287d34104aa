import type { Output } from '../../../shared/api/call.js';
import { Link } from 'react-router';
import { momentInWords } from '../../../shared/format/dates.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { Void } from '../../../shared/parts/void.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useList } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind } from '../api/import-kind.js';

type Row = Output<'repository.imports.list' | 'membership.imports.list' | 'membership.actor-imports.list'>['items'][number];

const shapes: Readonly<Record<Row['status'], StateKind>> = {
  reading: 'open',
  unreadable: 'late',
  read: 'soon',
  checking: 'open',
  checked: 'soon',
  applying: 'open',
  failed: 'late',
  done: 'done',
};

/** What is checked and would change nothing waits for nobody. */
function standing({ status, counts }: Row): readonly [StateKind, string] {
  if (status !== 'checked' || counts === null || counts.create + counts.change > 0) return [shapes[status], status];
  return counts.error > 0 ? ['late', 'onlyErrors'] : ['done', 'nothing'];
}

/** Addresses and names are membership's: whoever it was is told by the end of their identifier, as in the log. */
function Who({ id }: { id: string }) {
  const text = useText();
  const { me } = useSession();
  return id === me.id ? me.name : <span className="code">{text('imports.someone', { id: id.slice(-8) })}</span>;
}

function ImportLine({ row }: { row: Row }) {
  const text = useText();
  const address = useAddress();
  const { zone } = useNetwork();
  const { path } = useImportKind();
  const { created, changed, same } = row.result ?? { created: 0, changed: 0, same: 0 };
  const [kind, said] = standing(row);
  return (
    <tr>
      <td>
        <Link to={address(`${path}/${row.id}`)}>
          {row.name}
          <small>{text('imports.rows', { count: row.rows })}</small>
        </Link>
      </td>
      <td data-th={text('imports.column.begun')}>
        <time dateTime={row.begunAt}>{momentInWords(text.lang, row.begunAt, zone)}</time>
      </td>
      <td data-th={text('imports.column.by')}>
        <Who id={row.begunBy} />
      </td>
      <td>
        <State kind={kind}>{text(`imports.status.${said}`)}</State>
      </td>
      <td data-th={text('imports.column.result')}>{row.result && text('imports.resultLine', { created, changed, same })}</td>
    </tr>
  );
}

function Table({ rows }: { rows: readonly Row[] }) {
  const text = useText();
  const heads = (['file', 'begun', 'by', 'status', 'result'] as const).map((name) => text(`imports.column.${name}`));
  return (
    <table className="table queue">
      <caption className="sr">{text('imports.caption')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {rows.map((row) => (
          <ImportLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** What was imported into the network, and by whom; where a new import begins. What a sheet can hold stands beside. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const { operations, keys, path, Beside } = useImportKind();
  const list = useList(operations.list, { limit: 50 });
  return (
    <>
      <QueueHead title={text(keys.title)}>
        <p className="quiet-text">{text(keys.lede)}</p>
      </QueueHead>
      <div className="import-page">
        <section aria-label={text(keys.title)} className="form-col">
          <p>
            <Link className="button" to={address(`${path}/nueva`)}>
              {text('imports.new')}
            </Link>
          </p>
          <Loaded query={list} failed={text('imports.failed')} skeleton={<RowsSkeleton rows={6} />}>
            {({ pages }) => {
              const rows = pages.flatMap((page): readonly Row[] => page.items);
              if (rows.length > 0) return <Table rows={rows} />;
              return (
                <Void title={text('imports.none')}>
                  <p>{text(keys.noneText)}</p>
                </Void>
              );
            }}
          </Loaded>
          <NextPage list={list} />
        </section>
        <Beside />
      </div>
    </>
  );
}
