import type { InquiryStatus } from '@alianza/contracts/repository/inquiries';
import type { Text } from '@alianza/texts/text';
import type { Output } from '../../../shared/api/call.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { Void } from '../../../shared/parts/void.js';
import { Desk } from '../../../shared/queue/desk.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { QueueFilter } from '../../../shared/queue/queue-filter.js';
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

function Empty({ status, narrowed }: { status: Status; narrowed: boolean }) {
  const text = useText();
  if (narrowed) return <Void title={text('secretariat.task.none')} />;
  if (status !== 'open') return <Void title={text('inquiries.queue.noneSuch')} />;
  return (
    <Void title={text('inquiries.queue.none')}>
      <p>{text('inquiries.queue.noneText')}</p>
    </Void>
  );
}

/** What somebody outside asks, the longest waiting first; the open one beside it. */
export function InquiryQueue({ of }: { of: 'organization' | 'secretariat' }) {
  const text = useText();
  const [chosen, choose] = useFilter('estado', 'open');
  const status = statuses.find((one) => one === chosen) ?? 'open';
  const { openId, close } = useOpenRow();
  const whose = useWhose();
  const desk = of === 'secretariat';
  const list = useList('repository.inquiries.list', { of, status, assigned: desk ? whose.assigned : undefined, limit: 50 });
  return (
    <Desk
      title={text('inquiries.queue.title')}
      list={list}
      failed={text('inquiries.queue.failed')}
      opened={openId !== null && <InquiryFile key={openId} id={openId} desk={desk} onClose={close} />}
    >
      {(items, total) => (
        <>
          <QueueFilter
            id="status"
            label={text('inquiries.queue.filter')}
            value={status}
            options={statuses.map((one) => [one, text(`inquiries.queue.status.${one}`)] as const)}
            onChoose={choose}
            second={desk && whose.select}
            said={text('secretariat.shown', { shown: numberIn(text.lang, items.length), total: numberIn(text.lang, total) })}
          />
          {items.length === 0 ? (
            <Empty status={status} narrowed={desk && whose.assigned !== undefined} />
          ) : (
            <Table items={items} desk={desk} />
          )}
        </>
      )}
    </Desk>
  );
}
