import type { ReviewRow } from '@alianza/contracts/repository/reviews';
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
import { useReviewers } from '../api/reviewers.js';
import { ReviewFile } from '../components/review-file.js';

function Row({ row, to, open }: { row: ReviewRow; to: string; open: boolean }) {
  const text = useText();
  const { zone } = useNetwork();
  const { whoHas } = useReviewers();
  const since = row.submittedAt ?? row.changedAt;
  return (
    <tr className={open ? 'is-open-row' : undefined}>
      <td className="num" data-th={text('secretariat.column.days')}>
        {daysSince(since)}
      </td>
      <td>
        <RowLink id={row.id} to={to} open={open}>
          {row.title}
          {row.organization !== null && <small>{row.organization}</small>}
        </RowLink>
      </td>
      <td data-th={text('secretariat.column.type')}>
        {text(`taxonomy.practiceType.${row.type}`)}
        {row.submission > 1 && <small className="minor"> {text('review.submission', { number: row.submission })}</small>}
      </td>
      <td data-th={text('review.assign.column')}>{whoHas(row.assignedTo)}</td>
      <td className="code" data-th={text('secretariat.column.sent')}>
        {dateInWords(text.lang, since, zone)}
      </td>
    </tr>
  );
}

function Table({ items }: { items: readonly ReviewRow[] }) {
  const text = useText();
  const { openId, hrefOf } = useOpenRow();
  return (
    <table className="table queue">
      <caption className="sr">{text('secretariat.reviews.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="num" aria-sort="descending">
            {text('secretariat.column.days')}
          </th>
          <th scope="col">{text('secretariat.column.practice')}</th>
          <th scope="col">{text('secretariat.column.type')}</th>
          <th scope="col">{text('review.assign.column')}</th>
          <th scope="col">{text('secretariat.column.sent')}</th>
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

const takens = ['me', 'nobody'] as const;

function Filter({ taken, onChoose, shown, total }: { taken: string; onChoose: (value: string) => void; shown: number; total: number }) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="taken">{text('review.filter.label')}</label>
        <select id="taken" value={taken} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{text('review.filter.all')}</option>
          {takens.map((one) => (
            <option key={one} value={one}>
              {text(`review.filter.${one}`)}
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

function Empty({ filtered }: { filtered: boolean }) {
  const text = useText();
  if (filtered) return <Void title={text('review.filter.none')} />;
  return (
    <Void title={text('secretariat.reviews.none')}>
      <p>{text('secretariat.reviews.noneText')}</p>
    </Void>
  );
}

/** Practices that wait for review, the longest waiting first; the open one beside them. */
export function Component() {
  const text = useText();
  const { openId, close } = useOpenRow();
  const [chosen, choose] = useFilter('asignadas', '');
  const assigned = takens.find((one) => one === chosen);
  const list = useList('repository.reviews.list', { assigned, limit: 50 });
  return (
    <>
      <QueueHead title={text('secretariat.reviews.title')}>
        <QueueKeys />
      </QueueHead>
      <div className="desk">
        <section aria-label={text('secretariat.reviews.title')}>
          <Loaded query={list} failed={text('secretariat.reviews.failed')} skeleton={<RowsSkeleton rows={8} />}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              return (
                <>
                  <Filter taken={assigned ?? ''} onChoose={choose} shown={items.length} total={pages[0]?.total ?? 0} />
                  {items.length === 0 ? <Empty filtered={assigned !== undefined} /> : <Table items={items} />}
                </>
              );
            }}
          </Loaded>
          <NextPage list={list} />
        </section>
        {openId !== null && <ReviewFile key={openId} id={openId} onClose={close} />}
      </div>
    </>
  );
}
