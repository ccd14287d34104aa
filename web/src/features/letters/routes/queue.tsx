import type { Output } from '../../../shared/api/call.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { LetterState } from '../../../shared/letters/letter-state.js';
import { useFilter } from '../../../shared/queue/open-row.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { QueuePage } from '../../../shared/queue/queue-page.js';
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

const none = ['people.queue.none', 'people.queue.noneText'] as const;

/** Letters that wait to be accredited, or that end; the open one beside them. */
export function Component() {
  const text = useText();
  const [chosen, choose] = useFilter('cuales', 'open');
  const which = wanted.find((one) => one === chosen) ?? 'open';
  const whose = useWhose();
  const list = useList('membership.letters.list', { which, assigned: whose.assigned, limit: 50 });
  const names = {
    open: text('people.queue.open'),
    soon: text('people.queue.soon'),
    over: text('people.queue.over'),
    accredited: text('people.queue.accredited'),
    returned: text('people.queue.returned'),
  };
  const noneHere = which === 'open' ? none : (['people.queue.noneSuch'] as const);
  return (
    <QueuePage
      title={text('people.queue.title')}
      list={list}
      failed={text('people.queue.failed')}
      filters={[
        {
          id: 'which',
          label: text('secretariat.column.state'),
          value: which,
          options: wanted.map((one) => [one, names[one]] as const),
          onChoose: choose,
        },
        whose.select,
      ]}
      shown="people.queue.shown"
      empty={whose.assigned === undefined ? noneHere : ['secretariat.task.none']}
      table={(items) => <Table items={items} />}
      opened={(id, close) => <LetterFile key={id} id={id} onClose={close} />}
    />
  );
}
