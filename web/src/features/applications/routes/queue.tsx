import type { ApplicationRow } from '@alianza/contracts/membership/applications';
import { dateInWords } from '../../../shared/format/dates.js';
import { countryName } from '../../../shared/format/names.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { Void } from '../../../shared/parts/void.js';
import { useFilter, useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { RowLink } from '../../../shared/queue/row-link.js';
import { daysSince } from '../../../shared/queue/waiting-days.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ApplicationFile } from '../file/application-file.js';
import { ApplicationState } from '../components/application-state.js';
import { applicationStates, type QueueStatus, queueStatuses } from '../components/application-states.js';

function Row({ row, to, open }: { row: ApplicationRow; to: string; open: boolean }) {
  const text = useText();
  const { zone } = useNetwork();
  const { id, organization, sector, country, status, submittedAt } = row;
  return (
    <tr className={open ? 'is-open-row' : undefined}>
      <td className="num" data-th={text('secretariat.column.days')}>
        {daysSince(submittedAt)}
      </td>
      <td>
        <RowLink id={id} to={to} open={open}>
          {organization}
          <small>
            {text(`taxonomy.sector.${sector}`)}, {countryName(text.lang, country)}
          </small>
        </RowLink>
      </td>
      <td>
        <ApplicationState status={status} />
      </td>
      <td className="code" data-th={text('secretariat.column.received')}>
        {dateInWords(text.lang, submittedAt, zone)}
      </td>
    </tr>
  );
}

function Table({ items }: { items: readonly ApplicationRow[] }) {
  const text = useText();
  const { openId, hrefOf } = useOpenRow();
  return (
    <table className="table queue">
      <caption className="sr">{text('secretariat.applications.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="num" aria-sort="descending">
            {text('secretariat.column.days')}
          </th>
          <th scope="col">{text('secretariat.column.organization')}</th>
          <th scope="col">{text('secretariat.column.state')}</th>
          <th scope="col">{text('secretariat.column.received')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <Row key={row.id} row={row} to={hrefOf(row.id)} open={row.id === openId} />
        ))}
      </tbody>
    </table>
  );
}

function Filter({
  status,
  onChoose,
  shown,
  total,
}: {
  status: QueueStatus;
  onChoose: (value: string) => void;
  shown: number;
  total: number;
}) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="status">{text('secretariat.column.state')}</label>
        <select id="status" value={status} onChange={(event) => onChoose(event.target.value)}>
          {queueStatuses.map((one) => (
            <option key={one} value={one}>
              {one === 'open' ? text('secretariat.applications.open') : text(applicationStates[one].key)}
            </option>
          ))}
        </select>
      </div>
      <p className="downloads" role="status">
        {text('secretariat.shown', { shown: numberIn(text.lang, shown), total: numberIn(text.lang, total) })}
      </p>
    </div>
  );
}

function Empty({ status }: { status: QueueStatus }) {
  const text = useText();
  if (status === 'open')
    return (
      <Void title={text('secretariat.applications.none')}>
        <p>{text('secretariat.applications.noneText')}</p>
      </Void>
    );
  return <Void title={text('secretariat.applications.noneSuch')} />;
}

/** Applications, the oldest first; the open one beside them. */
export function Component() {
  const text = useText();
  const [chosen, choose] = useFilter('estado', 'open');
  const status = queueStatuses.find((one) => one === chosen) ?? 'open';
  const { openId, close } = useOpenRow();
  const list = useList('membership.applications.list', { status, limit: 50 });
  return (
    <>
      <QueueHead title={text('secretariat.applications.title')}>
        <QueueKeys />
      </QueueHead>
      <div className="desk">
        <section aria-label={text('secretariat.applications.title')}>
          <Loaded query={list} failed={text('secretariat.applications.failed')} skeleton={<RowsSkeleton rows={8} />}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items);
              return (
                <>
                  <Filter status={status} onChoose={choose} shown={items.length} total={pages[0]?.total ?? 0} />
                  {items.length === 0 ? <Empty status={status} /> : <Table items={items} />}
                </>
              );
            }}
          </Loaded>
          <NextPage list={list} />
        </section>
        {openId !== null && <ApplicationFile key={openId} id={openId} onClose={close} />}
      </div>
    </>
  );
}
