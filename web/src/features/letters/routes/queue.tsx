import type { Output } from '../../../shared/api/call.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { LetterState } from '../../../shared/letters/letter-state.js';
import { Void } from '../../../shared/parts/void.js';
import { Desk } from '../../../shared/queue/desk.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { QueueFilter } from '../../../shared/queue/queue-filter.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { QueueTable } from '../../../shared/queue/queue-table.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useWhose } from '../../../shared/queue/owners/whose.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { LetterFile } from '../components/letter-file.js';

type Row = Output<'membership.letters.list'>['items'][number];
const wanted = ['open', 'soon', 'over', 'accredited', 'returned'] as const;

function Table({ items }: { items: readonly Row[] }) {
  const text = useText();
  const { inCharge } = useOwners();
  return (
    <QueueTable
      caption={text('people.queue.caption')}
      items={items}
      since={(row) => row.filedAt}
      about={{
        heading: text('secretariat.column.organization'),
        cell: (row) => <RowName name={row.organization} small={`${row.person}, ${text(`taxonomy.role.${row.role}`)}`} />,
      }}
      columns={[
        { heading: text('secretariat.column.state'), plain: true, cell: (row) => <LetterState letter={row} /> },
        { heading: text('secretariat.task.column'), cell: (row) => inCharge(row.assignedTo) },
        { heading: text('people.queue.until'), code: true, cell: (row) => dateInWords(text.lang, row.validUntil) },
      ]}
    />
  );
}

function Empty({ open, narrowed }: { open: boolean; narrowed: boolean }) {
  const text = useText();
  if (narrowed) return <Void title={text('secretariat.task.none')} />;
  if (!open) return <Void title={text('people.queue.noneSuch')} />;
  return (
    <Void title={text('people.queue.none')}>
      <p>{text('people.queue.noneText')}</p>
    </Void>
  );
}

/** Letters that wait to be accredited, or that end; the open one beside them. */
export function Component() {
  const text = useText();
  const [chosen, choose] = useFilter('cuales', 'open');
  const which = wanted.find((one) => one === chosen) ?? 'open';
  const { openId, close } = useOpenRow();
  const whose = useWhose();
  const list = useList('membership.letters.list', { which, assigned: whose.assigned, limit: 50 });
  const title = text('people.queue.title');
  const names = {
    open: text('people.queue.open'),
    soon: text('people.queue.soon'),
    over: text('people.queue.over'),
    accredited: text('people.queue.accredited'),
    returned: text('people.queue.returned'),
  };
  return (
    <>
      <QueueHead title={title}>
        <QueueKeys />
      </QueueHead>
      <Desk
        title={title}
        list={list}
        failed={text('people.queue.failed')}
        opened={openId !== null && <LetterFile key={openId} id={openId} onClose={close} />}
      >
        {(items, total) => (
          <>
            <QueueFilter
              id="which"
              label={text('secretariat.column.state')}
              value={which}
              options={wanted.map((one) => [one, names[one]] as const)}
              onChoose={choose}
              second={whose.select}
              said={text('people.queue.shown', { shown: numberIn(text.lang, items.length), total: numberIn(text.lang, total) })}
            />
            {items.length === 0 ? <Empty open={which === 'open'} narrowed={whose.assigned !== undefined} /> : <Table items={items} />}
          </>
        )}
      </Desk>
    </>
  );
}
