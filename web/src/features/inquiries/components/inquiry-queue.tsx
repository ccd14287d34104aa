import type { InquiryStatus } from '@alianza/contracts/repository/inquiries';
import type { Text } from '@alianza/texts/text';
import type { Output } from '../../../shared/api/call.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useFilter } from '../../../shared/queue/open-row.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { QueuePage } from '../../../shared/queue/queue-page.js';
import { QueueTable } from '../../../shared/queue/queue-table.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useWhose } from '../../../shared/queue/owners/whose.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { InquiryFile } from './inquiry-file.js';

type Row = Output<'repository.inquiries.list'>['items'][number];
type Status = Exclude<InquiryStatus, 'unconfirmed'>;
const kinds: Readonly<Record<Status, StateKind>> = { open: 'open', answered: 'done', closed: 'still' };
const statuses = Object.keys(kinds) as Status[];

export function InquiryState({ status }: { status: Status }) {
  const text = useText();
  return <State kind={kinds[status]}>{text(`inquiries.queue.status.${status}`)}</State>;
}

/** What it is, and why it is for the secretariat where an organisation was asked. */
function kindAndWhy(text: Text, { kind, status, standsInFor }: Row): string {
  const said = text(`inquiries.queue.kind.${kind}`);
  return status === 'open' && standsInFor !== null ? `${said} · ${text('inquiries.queue.standsIn', standsInFor)}` : said;
}

function Table({ items, desk }: { items: readonly Row[]; desk: boolean }) {
  const text = useText();
  const { inCharge } = useOwners();
  const { zone } = useNetwork();
  return (
    <QueueTable
      caption={text('inquiries.queue.caption')}
      items={items}
      since={(row) => row.openedAt}
      about={{
        heading: text('inquiries.queue.column'),
        cell: (row) => <RowName name={row.practice.title} small={kindAndWhy(text, row)} />,
      }}
      columns={[
        { heading: text('secretariat.column.state'), plain: true, cell: (row) => <InquiryState status={row.status} /> },
        ...(desk ? [{ heading: text('secretariat.task.column'), cell: (row: Row) => inCharge(row.assignedTo) }] : []),
        { heading: text('inquiries.queue.arrived'), code: true, cell: (row) => dateInWords(text.lang, row.openedAt, zone) },
      ]}
    />
  );
}

const none = ['inquiries.queue.none', 'inquiries.queue.noneText'] as const;

/** What somebody outside asks, the longest waiting first; the open one beside it. */
export function InquiryQueue({ of }: { of: 'organization' | 'secretariat' }) {
  const text = useText();
  const [chosen, choose] = useFilter('estado', 'open');
  const status = statuses.find((one) => one === chosen) ?? 'open';
  const whose = useWhose();
  const desk = of === 'secretariat';
  const list = useList('repository.inquiries.list', { of, status, assigned: desk ? whose.assigned : undefined, limit: 50 });
  const noneHere = status === 'open' ? none : (['inquiries.queue.noneSuch'] as const);
  return (
    <QueuePage
      title={text('inquiries.queue.title')}
      keys={desk}
      list={list}
      failed={text('inquiries.queue.failed')}
      filters={[
        {
          id: 'status',
          label: text('inquiries.queue.filter'),
          value: status,
          options: statuses.map((one) => [one, text(`inquiries.queue.status.${one}`)] as const),
          onChoose: choose,
        },
        desk && whose.select,
      ]}
      empty={desk && whose.assigned !== undefined ? ['secretariat.task.none'] : noneHere}
      table={(items) => <Table items={items} desk={desk} />}
      opened={(id, close) => <InquiryFile key={id} id={id} desk={desk} onClose={close} />}
    />
  );
}
