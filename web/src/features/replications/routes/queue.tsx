import type { ReplicationRow } from '@alianza/contracts/repository/replications';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Void } from '../../../shared/parts/void.js';
import { Desk } from '../../../shared/queue/desk.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { QueueTable } from '../../../shared/queue/queue-table.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ReplicationFile } from '../components/replication-file.js';

const sinceOf = ({ toldAt, changedAt }: ReplicationRow): string => toldAt ?? changedAt;

function Table({ items, total }: { items: readonly ReplicationRow[]; total: number }) {
  const text = useText();
  const { zone } = useNetwork();
  return (
    <>
      <p className="quiet-text" role="status">
        {text('secretariat.shown', { shown: numberIn(text.lang, items.length), total: numberIn(text.lang, total) })}
      </p>
      <QueueTable
        caption={text('replications.queue.caption')}
        items={items}
        since={sinceOf}
        about={{ heading: text('secretariat.column.practice'), cell: (row) => <RowName name={row.title} small={row.place} /> }}
        columns={[
          { heading: text('secretariat.column.organization'), cell: (row) => row.organization },
          { heading: text('secretariat.column.sent'), code: true, cell: (row) => dateInWords(text.lang, sinceOf(row), zone) },
        ]}
      />
    </>
  );
}

function Empty() {
  const text = useText();
  return (
    <Void title={text('replications.queue.none')}>
      <p>{text('replications.queue.noneText')}</p>
    </Void>
  );
}

/** Replications that the secretariat is to confirm, the longest waiting first; the open one beside them. */
export function Component() {
  const text = useText();
  const { openId, close } = useOpenRow();
  const list = useList('repository.replications.received', { status: 'told', limit: 50 });
  const title = text('replications.queue.title');
  return (
    <>
      <QueueHead title={title}>
        <QueueKeys />
      </QueueHead>
      <Desk
        title={title}
        list={list}
        failed={text('replications.queue.failed')}
        opened={openId !== null && <ReplicationFile key={openId} id={openId} onClose={close} />}
      >
        {(items, total) => (items.length === 0 ? <Empty /> : <Table items={items} total={total} />)}
      </Desk>
    </>
  );
}
