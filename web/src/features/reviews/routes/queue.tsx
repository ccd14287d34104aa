import type { ReviewRow } from '@alianza/contracts/repository/reviews';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Void } from '../../../shared/parts/void.js';
import { Desk } from '../../../shared/queue/desk.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueFilter } from '../../../shared/queue/queue-filter.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { QueueTable } from '../../../shared/queue/queue-table.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useReviewers } from '../api/reviewers.js';
import { ReviewFile } from '../components/review-file.js';

const sinceOf = ({ submittedAt, changedAt }: ReviewRow): string => submittedAt ?? changedAt;

function Type({ row: { type, submission } }: { row: ReviewRow }) {
  const text = useText();
  return (
    <>
      {text(`taxonomy.practiceType.${type}`)}
      {submission > 1 && <small className="minor"> {text('review.submission', { number: submission })}</small>}
    </>
  );
}

function Table({ items }: { items: readonly ReviewRow[] }) {
  const text = useText();
  const { zone } = useNetwork();
  const { whoHas } = useReviewers();
  return (
    <QueueTable
      caption={text('secretariat.reviews.caption')}
      items={items}
      since={sinceOf}
      about={{
        heading: text('secretariat.column.practice'),
        cell: (row) => <RowName name={row.title} small={row.organization} />,
      }}
      columns={[
        { heading: text('secretariat.column.type'), cell: (row) => <Type row={row} /> },
        { heading: text('review.assign.column'), cell: (row) => whoHas(row.assignedTo) },
        { heading: text('secretariat.column.sent'), code: true, cell: (row) => dateInWords(text.lang, sinceOf(row), zone) },
      ]}
    />
  );
}

const takens = ['me', 'nobody'] as const;

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
  const title = text('secretariat.reviews.title');
  return (
    <>
      <QueueHead title={title}>
        <QueueKeys />
      </QueueHead>
      <Desk
        title={title}
        list={list}
        failed={text('secretariat.reviews.failed')}
        opened={openId !== null && <ReviewFile key={openId} id={openId} onClose={close} />}
      >
        {(items, total) => (
          <>
            <QueueFilter
              id="taken"
              label={text('review.filter.label')}
              value={assigned ?? ''}
              options={[['', text('review.filter.all')], ...takens.map((one) => [one, text(`review.filter.${one}`)] as const)]}
              onChoose={choose}
              said={text('secretariat.shown', { shown: numberIn(text.lang, items.length), total: numberIn(text.lang, total) })}
            />
            {items.length === 0 ? <Empty filtered={assigned !== undefined} /> : <Table items={items} />}
          </>
        )}
      </Desk>
    </>
  );
}
