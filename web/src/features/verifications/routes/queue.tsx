import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { Void } from '../../../shared/parts/void.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { RowLink } from '../../../shared/queue/row-link.js';
import { daysSince } from '../../../shared/queue/waiting-days.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { DueFile, type DueRow } from '../components/due-file.js';

function Row({ row, to, open }: { row: DueRow; to: string; open: boolean }) {
  const text = useText();
  const { zone } = useNetwork();
  return (
    <tr className={open ? 'is-open-row' : undefined}>
      <td className="num" data-th={text('secretariat.column.days')}>
        {daysSince(row.dueAt)}
      </td>
      <td>
        <RowLink id={row.id} to={to} open={open}>
          {row.title}
          {row.organization !== null && <small>{row.organization}</small>}
        </RowLink>
      </td>
      <td data-th={text('secretariat.column.type')}>{text(`taxonomy.practiceType.${row.type}`)}</td>
      <td className="code" data-th={text('review.due.since')}>
        {dateInWords(text.lang, row.dueAt, zone)}
      </td>
    </tr>
  );
}

function Table({ items }: { items: readonly DueRow[] }) {
  const text = useText();
  const { openId, hrefOf } = useOpenRow();
  return (
    <table className="table queue">
      <caption className="sr">{text('review.due.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="num" aria-sort="descending">
            {text('secretariat.column.days')}
          </th>
          <th scope="col">{text('secretariat.column.practice')}</th>
          <th scope="col">{text('secretariat.column.type')}</th>
          <th scope="col">{text('review.due.since')}</th>
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

function Filter({ which, onChoose, shown, total }: { which: string; onChoose: (value: string) => void; shown: number; total: number }) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="which">{text('review.filter.label')}</label>
        <select id="which" value={which} onChange={(event) => onChoose(event.target.value)}>
          <option value="due">{text('review.due.title')}</option>
          <option value="all">{text('review.due.all')}</option>
        </select>
      </div>
      <p className="downloads" role="status">
        {text('review.due.shown', { shown: numberIn(text.lang, shown), total: numberIn(text.lang, total) })}
      </p>
    </div>
  );
}

function Empty({ all }: { all: boolean }) {
  const text = useText();
  return (
    <Void title={all ? text('review.due.noneAtAll') : text('review.due.none')}>
      <p>{text('review.due.noneText')}</p>
    </Void>
  );
}

/** Published practices that nobody has checked for two years, or all by the day on which they are due; the open one beside them. */
export function Component() {
  const text = useText();
  const { openId, close } = useOpenRow();
  const [chosen, choose] = useFilter('cuales', 'due');
  const which = chosen === 'all' ? 'all' : 'due';
  const list = useList('repository.verifications.list', { which, limit: 50 });
  const opened = list.data?.pages.flatMap((page) => page.items).find(({ id }) => id === openId);
  return (
    <>
      <QueueHead title={text('review.due.title')}>
        <QueueKeys />
      </QueueHead>
      <div className="desk">
        <section aria-label={text('review.due.title')}>
          <Loaded query={list} failed={text('review.due.failed')} skeleton={<RowsSkeleton rows={8} />}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              return (
                <>
                  <Filter which={which} onChoose={choose} shown={items.length} total={pages[0]?.total ?? 0} />
                  {items.length === 0 ? <Empty all={which === 'all'} /> : <Table items={items} />}
                </>
              );
            }}
          </Loaded>
          <NextPage list={list} />
        </section>
        {opened && <DueFile key={opened.id} row={opened} onClose={close} />}
      </div>
    </>
  );
}
