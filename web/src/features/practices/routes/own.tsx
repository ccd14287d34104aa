import type { PracticeRow } from '@alianza/contracts/repository/practices';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { PageTitle } from '../../../shared/page/page.js';
import { Void } from '../../../shared/parts/void.js';
import { PracticeState } from '../../../shared/practice/practice-state.js';
import { useFilter } from '../../../shared/queue/open-row.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useList } from '../../../shared/session/queries.js';
import { useMay, useMayAct, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { CountsExport } from '../components/counts-export.js';
import { practiceStatuses } from '../components/practice-statuses.js';

function Row({ row, entered }: { row: PracticeRow; entered: boolean }) {
  const text = useText();
  const address = useAddress();
  const { zone } = useNetwork();
  return (
    <tr>
      <td>
        <Link to={address(`miembro/practicas/${row.id}`)}>{row.title}</Link>
        {entered && <small className="minor"> {row.organization}</small>}
      </td>
      <td>{text(`taxonomy.practiceType.${row.type}`)}</td>
      <td>
        <PracticeState of={row} />
        {row.comments > 0 && <small className="minor"> {text('member.practices.comments', { count: row.comments })}</small>}
      </td>
      <td data-th={text('member.practices.changed')}>{dateInWords(text.lang, row.changedAt, zone)}</td>
    </tr>
  );
}

function Table({ items, entered }: { items: readonly PracticeRow[]; entered: boolean }) {
  const text = useText();
  const heads = [
    text('member.practices.practice'),
    text('member.practices.type'),
    text('member.practices.state'),
    text('member.practices.changed'),
  ];
  return (
    <table className="table">
      <caption className="sr">{text('member.practices.title')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {items.map((row) => (
          <Row key={row.id} row={row} entered={entered} />
        ))}
      </tbody>
    </table>
  );
}

/** Leads to a new one, where it can be begun. */
function Begin() {
  const text = useText();
  const may = useMayAct();
  const address = useAddress();
  if (!may('practices:write')) return null;
  return (
    <p className="buttons">
      <Link className="button" to={address('miembro/practicas/nueva')}>
        {text('member.practices.begin')}
      </Link>
    </p>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const text = useText();
  if (filtered) return <Void title={text('member.practices.noneSuch')} />;
  return (
    <Void title={text('member.practices.none')}>
      <p>{text('member.practices.noneText')}</p>
      <Begin />
    </Void>
  );
}

function Filter({ status, onChoose }: { status: string; onChoose: (value: string) => void }) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="status">{text('member.practices.state')}</label>
        <select id="status" value={status} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{text('member.practices.all')}</option>
          {practiceStatuses.map((one) => (
            <option key={one} value={one}>
              {text(one === 'submitted' ? 'member.practices.handedIn' : `taxonomy.practiceStatus.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Whose practices the secretariat looks at: nobody else is asked. */
function Whose({ entered, onChoose }: { entered: boolean; onChoose: (value: string) => void }) {
  const text = useText();
  return (
    <div className="filters">
      <div>
        <label htmlFor="whose">{text('member.practices.whose')}</label>
        <select id="whose" value={entered ? 'otras' : ''} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{text('member.practices.ours')}</option>
          <option value="otras">{text('member.practices.entered')}</option>
        </select>
      </div>
    </div>
  );
}

function usePractices(entered: boolean) {
  const [chosen, choose] = useFilter('estado', '');
  const status = practiceStatuses.find((one) => one === chosen);
  const asked = { status, limit: 50 };
  const own = useList('repository.practices.own', asked, { enabled: !entered });
  const others = useList('repository.entries.list', asked, { enabled: entered });
  return { status, choose, list: entered ? others : own };
}

/** Practices of the organisation acted for; to the secretariat, also those that it entered for others. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const { acting } = useSession();
  const enters = useMay()('practices:enter');
  const [whose, chooseWhose] = useFilter('de', '');
  const entered = enters && whose === 'otras';
  const { status, choose, list } = usePractices(entered);
  return (
    <>
      <div className="intro with-action">
        <PageTitle title={text('member.practices.title')} of={name} />
        <p className="lede">{acting?.name ?? name}</p>
        <Begin />
      </div>
      {enters && <Whose entered={entered} onChoose={chooseWhose} />}
      <Filter status={status ?? ''} onChoose={choose} />
      <Loaded query={list} failed={text('member.practices.failed')} skeleton={<RowsSkeleton />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty filtered={entered || status !== undefined} /> : <Table items={items} entered={entered} />;
        }}
      </Loaded>
      <NextPage list={list} />
      <CountsExport />
    </>
  );
}
