import type { InquiryRow, InquiryStatus } from '@alianza/contracts/repository/inquiries';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { Void } from '../../../shared/parts/void.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { RowLink } from '../../../shared/queue/row-link.js';
import { daysSince } from '../../../shared/queue/waiting-days.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { InquiryFile } from './inquiry-file.js';

type Status = Exclude<InquiryStatus, 'unconfirmed'>;
const kinds: Readonly<Record<Status, StateKind>> = { open: 'open', answered: 'done', closed: 'still' };
const statuses = Object.keys(kinds) as Status[];

export function InquiryState({ status }: { status: Status }) {
  const text = useText();
  return <State kind={kinds[status]}>{text(`inquiries.queue.status.${status}`)}</State>;
}

function Row({ row, to, open }: { row: InquiryRow; to: string; open: boolean }) {
  const text = useText();
  const { zone } = useNetwork();
  return (
    <tr className={open ? 'is-open-row' : undefined}>
      <td className="num" data-th={text('secretariat.column.days')}>
        {daysSince(row.openedAt)}
      </td>
      <td>
        <RowLink id={row.id} to={to} open={open}>
          {row.practice.title}
          <small>{text(`inquiries.queue.kind.${row.kind}`)}</small>
        </RowLink>
      </td>
      <td>
        <InquiryState status={row.status} />
      </td>
      <td className="code" data-th={text('inquiries.queue.arrived')}>
        {dateInWords(text.lang, row.openedAt, zone)}
      </td>
    </tr>
  );
}

function Table({ items }: { items: readonly InquiryRow[] }) {
  const text = useText();
  const { openId, hrefOf } = useOpenRow();
  const columns = [text('inquiries.queue.column'), text('secretariat.column.state'), text('inquiries.queue.arrived')];
  return (
    <table className="table queue">
      <caption className="sr">{text('inquiries.queue.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="num" aria-sort="descending">
            {text('secretariat.column.days')}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <Row key={row.id} row={row} to={hrefOf(row.id)} open={row.id === openId} />
        ))}
      </tbody>
    </table>
  );
}

interface FilterProps {
  readonly status: Status;
  readonly onChoose: (value: string) => void;
  readonly shown: number;
  readonly total: number;
}

function Filter({ status, onChoose, shown, total }: FilterProps) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="status">{text('inquiries.queue.filter')}</label>
        <select id="status" value={status} onChange={(event) => onChoose(event.target.value)}>
          {statuses.map((one) => (
            <option key={one} value={one}>
              {text(`inquiries.queue.status.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <p className="downloads" role="status">
        {text('secretariat.shown', { shown: numberIn(text.lang, shown), total: numberIn(text.lang, total) })}
      </p>
    </div>
  );
}

function Empty({ status }: { status: Status }) {
  const text = useText();
  if (status !== 'open') return <Void title={text('inquiries.queue.noneSuch')} />;
  return (
    <Void title={text('inquiries.queue.none')}>
      <p>{text('inquiries.queue.noneText')}</p>
    </Void>
  );
}

/** What somebody outside asks, the longest waiting first; the open one beside it. */
export function InquiryQueue({ of }: { of: 'organization' | 'secretariat' }) {
  const text = useText();
  const [chosen, choose] = useFilter('estado', 'open');
  const status = statuses.find((one) => one === chosen) ?? 'open';
  const { openId, close } = useOpenRow();
  const list = useList('repository.inquiries.list', { of, status, limit: 50 });
  return (
    <div className="desk">
      <section aria-label={text('inquiries.queue.title')}>
        <Loaded query={list} failed={text('inquiries.queue.failed')} skeleton={<RowsSkeleton rows={8} />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return (
              <>
                <Filter status={status} onChoose={choose} shown={items.length} total={pages[0]?.total ?? 0} />
                {items.length === 0 ? <Empty status={status} /> : <Table items={items} />}
              </>
            );
          }}
        </Loaded>
        <NextPage list={list} />
      </section>
      {openId !== null && <InquiryFile key={openId} id={openId} onClose={close} />}
    </div>
  );
}
