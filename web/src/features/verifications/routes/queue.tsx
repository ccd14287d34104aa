import { useState } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { QueuePage } from '../../../shared/queue/queue-page.js';
import { QueueTable } from '../../../shared/queue/queue-table.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useWhose } from '../../../shared/queue/owners/whose.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList, useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { DueFile, type DueRow } from '../components/due-file.js';

function Table({ items }: { items: readonly DueRow[] }) {
  const text = useText();
  const { zone } = useNetwork();
  const { inCharge } = useOwners();
  return (
    <QueueTable
      caption={text('review.due.caption')}
      items={items}
      since={(row) => row.dueAt}
      about={{
        heading: text('secretariat.column.practice'),
        cell: (row) => <RowName name={row.title} small={row.organization} />,
      }}
      columns={[
        { heading: text('secretariat.column.type'), cell: (row) => text(`taxonomy.practiceType.${row.type}`) },
        { heading: text('secretariat.task.column'), cell: (row) => inCharge(row.assignedTo) },
        { heading: text('review.due.since'), code: true, cell: (row) => dateInWords(text.lang, row.dueAt, zone) },
      ]}
    />
  );
}

/** The open one, though the list goes on before it or does not have it: a link leads to it, or what was taken left the part that nobody has. */
function useOpened(openId: string | null, listed: DueRow | undefined, isListed: boolean): DueRow | undefined {
  const [last, keep] = useState<DueRow>();
  const enabled = openId !== null && isListed && listed === undefined;
  const { data } = useRead('repository.verifications.list', { which: 'all', id: openId ?? undefined, limit: 1 }, { enabled });
  const found = listed ?? (enabled ? data?.items.find(({ id }) => id === openId) : undefined);
  if (found !== undefined && found !== last) keep(found);
  return found ?? (last?.id === openId ? last : undefined);
}

/** Published practices that nobody has checked for two years, or all by the day on which they are due; the open one beside them. */
export function Component() {
  const text = useText();
  const { openId } = useOpenRow();
  const [chosen, choose] = useFilter('cuales', 'due');
  const which = chosen === 'all' ? 'all' : 'due';
  const whose = useWhose();
  const list = useList('repository.verifications.list', { which, assigned: whose.assigned, limit: 50 });
  const listed = list.data?.pages.flatMap((page) => page.items).find(({ id }) => id === openId);
  const row = useOpened(openId, listed, list.data !== undefined);
  const options = [['due', text('review.due.title')] as const, ['all', text('review.due.all')] as const];
  const none = which === 'all' ? 'review.due.noneAtAll' : 'review.due.none';
  return (
    <QueuePage
      title={text('review.due.title')}
      list={list}
      failed={text('review.due.failed')}
      filters={[{ id: 'which', label: text('review.filter.label'), value: which, options, onChoose: choose }, whose.select]}
      shown="review.due.shown"
      empty={whose.assigned === undefined ? [none, 'review.due.noneText'] : ['secretariat.task.none']}
      table={(items) => <Table items={items} />}
      opened={(_, close) => row && <DueFile key={row.id} row={row} onClose={close} />}
    />
  );
}
