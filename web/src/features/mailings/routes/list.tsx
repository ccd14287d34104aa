import type { MailingRow } from '@alianza/contracts/notifications/mailings';
import { Link } from 'react-router';
import { momentInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Void } from '../../../shared/parts/void.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { MailingState } from '../components/mailing-state.js';
import { Unreachable } from '../components/unreachable.js';

function Line({ row }: { row: MailingRow }) {
  const text = useText();
  const address = useAddress();
  const { zone } = useNetwork();
  return (
    <tr>
      <td>
        <Link to={address(`secretaria/mensajes/${row.id}`)}>{row.subject}</Link>
      </td>
      <td data-th={text('mailings.column.at')}>
        <time dateTime={row.at}>{momentInWords(text.lang, row.at, zone)}</time>
      </td>
      <td data-th={text('mailings.column.by')}>{row.by}</td>
      <td>
        <MailingState state={row.state} />
      </td>
      <td data-th={text('mailings.column.recipients')}>{numberIn(text.lang, row.counts.recipients)}</td>
      <td data-th={text('mailings.column.bounced')}>{numberIn(text.lang, row.counts.bounced)}</td>
    </tr>
  );
}

function Table({ rows }: { rows: readonly MailingRow[] }) {
  const text = useText();
  const heads = (['subject', 'at', 'by', 'state', 'recipients', 'bounced'] as const).map((name) => text(`mailings.column.${name}`));
  return (
    <table className="table queue">
      <caption className="sr">{text('mailings.caption')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** What the secretariat wrote to many, where it writes again, and whom no mail reaches. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const list = useList('notifications.mailings.list', { limit: 50 });
  return (
    <>
      <QueueHead title={text('mailings.title')}>
        <p className="quiet-text">{text('mailings.lede')}</p>
      </QueueHead>
      <div className="import-page">
        <section aria-label={text('mailings.title')} className="form-col">
          <p>
            <Link className="button" to={address('secretaria/mensajes/nuevo')}>
              {text('mailings.new')}
            </Link>
          </p>
          <Loaded query={list} failed={text('mailings.failed')} skeleton={<RowsSkeleton rows={6} />}>
            {({ pages }) => {
              const rows = pages.flatMap(({ items }) => items);
              if (rows.length > 0) return <Table rows={rows} />;
              return (
                <Void title={text('mailings.none')}>
                  <p>{text('mailings.noneText')}</p>
                </Void>
              );
            }}
          </Loaded>
          <NextPage list={list} />
        </section>
        <Unreachable />
      </div>
    </>
  );
}
