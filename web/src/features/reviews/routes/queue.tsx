import type { ReviewRow } from '@alianza/contracts/repository/reviews';
import { dateInWords } from '../../../shared/format/dates.js';
import { useFilter } from '../../../shared/queue/open-row.js';
import { QueuePage } from '../../../shared/queue/queue-page.js';
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

/** Practices that wait for review, the longest waiting first; the open one beside them. */
export function Component() {
  const text = useText();
  const [chosen, choose] = useFilter('asignadas', '');
  const assigned = takens.find((one) => one === chosen);
  const list = useList('repository.reviews.list', { assigned, limit: 50 });
  return (
    <QueuePage
      title={text('secretariat.reviews.title')}
      list={list}
      failed={text('secretariat.reviews.failed')}
      filters={[
        {
          id: 'taken',
          label: text('review.filter.label'),
          value: assigned ?? '',
          options: [['', text('review.filter.all')], ...takens.map((one) => [one, text(`review.filter.${one}`)] as const)],
          onChoose: choose,
        },
      ]}
      empty={assigned === undefined ? ['secretariat.reviews.none', 'secretariat.reviews.noneText'] : ['review.filter.none']}
      table={(items) => <Table items={items} />}
      opened={(id, close) => <ReviewFile key={id} id={id} onClose={close} />}
    />
  );
}
