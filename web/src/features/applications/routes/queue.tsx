import type { ApplicationRow } from '@alianza/contracts/membership/applications';
import { dateInWords } from '../../../shared/format/dates.js';
import { countryName } from '../../../shared/format/names.js';
import { useFilter } from '../../../shared/queue/open-row.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { QueuePage } from '../../../shared/queue/queue-page.js';
import { QueueTable } from '../../../shared/queue/queue-table.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ApplicationFile } from '../file/application-file.js';
import { ApplicationState } from '../components/application-state.js';
import { applicationStates, askedOf, type QueuePart, queueParts } from '../components/application-states.js';

/** Who has it; where who had it may not decide any more, since when it waits again. */
function Owner({ row: { assignee, givenBackAt } }: { row: ApplicationRow }) {
  const text = useText();
  const { zone } = useNetwork();
  const { whoHas } = useOwners();
  return (
    <>
      {whoHas(assignee)}
      {givenBackAt !== null && (
        <small className="minor"> {text('secretariat.applications.givenBack', { date: dateInWords(text.lang, givenBackAt, zone) })}</small>
      )}
    </>
  );
}

function Table({ items }: { items: readonly ApplicationRow[] }) {
  const text = useText();
  const { zone } = useNetwork();
  const smallOf = ({ sector, country }: ApplicationRow) => `${text(`taxonomy.sector.${sector}`)}, ${countryName(text.lang, country)}`;
  return (
    <QueueTable
      caption={text('secretariat.applications.caption')}
      items={items}
      since={(row) => row.submittedAt}
      about={{
        heading: text('secretariat.column.organization'),
        cell: (row) => <RowName name={row.organization} small={smallOf(row)} />,
      }}
      columns={[
        { heading: text('secretariat.column.state'), plain: true, cell: (row) => <ApplicationState status={row.status} /> },
        { heading: text('secretariat.applications.owner'), cell: (row) => <Owner row={row} /> },
        { heading: text('secretariat.column.received'), code: true, cell: (row) => dateInWords(text.lang, row.submittedAt, zone) },
      ]}
    />
  );
}

/** Applications, the oldest first; the open one beside them. */
export function Component() {
  const text = useText();
  const [chosen, choose] = useFilter('estado', 'open');
  const part = queueParts.find((one) => one === chosen) ?? 'open';
  const list = useList('membership.applications.list', { ...askedOf(part), limit: 50 });
  const nameOf = (one: QueuePart) =>
    one === 'open' || one === 'mine' || one === 'unassigned' ? text(`secretariat.applications.${one}`) : text(applicationStates[one].key);
  return (
    <QueuePage
      title={text('secretariat.applications.title')}
      list={list}
      failed={text('secretariat.applications.failed')}
      filters={[
        {
          id: 'status',
          label: text('secretariat.column.state'),
          value: part,
          options: queueParts.map((one) => [one, nameOf(one)] as const),
          onChoose: choose,
        },
      ]}
      empty={
        part === 'open' ? ['secretariat.applications.none', 'secretariat.applications.noneText'] : ['secretariat.applications.noneSuch']
      }
      table={(items) => <Table items={items} />}
      opened={(id, close) => <ApplicationFile key={id} id={id} onClose={close} />}
    />
  );
}
