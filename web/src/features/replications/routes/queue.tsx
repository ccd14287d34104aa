import type { ReplicationRow } from '@alianza/contracts/repository/replications';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { Void } from '../../../shared/parts/void.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { RowLink } from '../../../shared/queue/row-link.js';
import { daysSince } from '../../../shared/queue/waiting-days.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ReplicationFile } from '../components/replication-file.js';

function Row({ row, to, open }: { row: ReplicationRow; to: string; open: boolean }) {
  const text = useText();
  const { zone } = useNetwork();
  const since = row.toldAt ?? row.changedAt;
  return (
    <tr className={open ? 'is-open-row' : undefined}>
      <td className="num" data-th={text('secretariat.column.days')}>
        {daysSince(since)}
      </td>
      <td>
        <RowLink id={row.id} to={to} open={open}>
          {row.title}
          <small>{row.place}</small>
        </RowLink>
      </td>
      <td data-th={text('secretariat.column.organization')}>{row.organization}</td>
      <td className="code" data-th={text('secretariat.column.sent')}>
        {dateInWords(text.lang, since, zone)}
      </td>
    </tr>
  );
}

function Table({ items, total }: { items: readonly ReplicationRow[]; total: number }) {
  const text = useText();
  const { openId, hrefOf } = useOpenRow();
  return (
    <>
      <p className="quiet-text" role="status">
        {text('secretariat.shown', { shown: numberIn(text.lang, items.length), total: numberIn(text.lang, total) })}
      </p>
      <table className="table queue">
        <caption className="sr">{text('replications.queue.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="num" aria-sort="descending">
              {text('secretariat.column.days')}
            </th>
            <th scope="col">{text('secretariat.column.practice')}</th>
            <th scope="col">{text('secretariat.column.organization')}</th>
            <th scope="col">{text('secretariat.column.sent')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <Row key={row.id} row={row} to={hrefOf(row.id)} open={row.id === openId} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Replications that the secretariat is to confirm, the longest waiting first; the open one beside them. */
export function Component() {
  const text = useText();
  const { openId, close } = useOpenRow();
  const list = useList('repository.replications.received', { status: 'told', limit: 50 });
  return (
    <>
      <QueueHead title={text('replications.queue.title')}>
        <QueueKeys />
      </QueueHead>
      <div className="desk">
        <section aria-label={text('replications.queue.title')}>
          <Loaded query={list} failed={text('replications.queue.failed')} skeleton={<RowsSkeleton rows={8} />}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              if (items.length > 0) return <Table items={items} total={pages[0]?.total ?? 0} />;
              return (
                <Void title={text('replications.queue.none')}>
                  <p>{text('replications.queue.noneText')}</p>
                </Void>
              );
            }}
          </Loaded>
          <NextPage list={list} />
        </section>
        {openId !== null && <ReplicationFile key={openId} id={openId} onClose={close} />}
      </div>
    </>
  );
}
