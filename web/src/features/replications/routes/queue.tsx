import type { Text } from '@alianza/texts/text';
import type { Output } from '../../../shared/api/call.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { QueuePage } from '../../../shared/queue/queue-page.js';
import { QueueTable } from '../../../shared/queue/queue-table.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useWhose } from '../../../shared/queue/owners/whose.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ReplicationFile } from '../components/replication-file.js';

type Row = Output<'repository.replications.received'>['items'][number];

const sinceOf = ({ toldAt, changedAt }: Row): string => toldAt ?? changedAt;

/** Where it was, and why it is for the secretariat where the practice is of an organisation. */
function whereAndWhy(text: Text, { place, origin, originStatus: status }: Row): string {
  return origin === null || status === 'active' ? place : `${place} · ${text('replications.sheet.waitsFor', { origin, status })}`;
}

function Table({ items }: { items: readonly Row[] }) {
  const text = useText();
  const { zone } = useNetwork();
  const { inCharge } = useOwners();
  return (
    <QueueTable
      caption={text('replications.queue.caption')}
      items={items}
      since={sinceOf}
      about={{ heading: text('secretariat.column.practice'), cell: (row) => <RowName name={row.title} small={whereAndWhy(text, row)} /> }}
      columns={[
        { heading: text('secretariat.column.organization'), cell: (row) => row.organization },
        { heading: text('secretariat.task.column'), cell: (row) => inCharge(row.assignedTo) },
        { heading: text('secretariat.column.sent'), code: true, cell: (row) => dateInWords(text.lang, sinceOf(row), zone) },
      ]}
    />
  );
}

/** Replications that the secretariat is to confirm, the longest waiting first; the open one beside them. */
export function Component() {
  const text = useText();
  const { assigned, select } = useWhose();
  const list = useList('repository.replications.received', { status: 'told', assigned, limit: 50 });
  return (
    <QueuePage
      title={text('replications.queue.title')}
      list={list}
      failed={text('replications.queue.failed')}
      filters={[select]}
      empty={assigned === undefined ? ['replications.queue.none', 'replications.queue.noneText'] : ['secretariat.task.none']}
      table={(items) => <Table items={items} />}
      opened={(id, close) => <ReplicationFile key={id} id={id} onClose={close} />}
    />
  );
}
