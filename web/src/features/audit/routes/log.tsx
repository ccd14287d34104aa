import type { AuditEntry } from '@alianza/contracts/audit/entries';
import { momentInWords } from '../../../shared/format/dates.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { NextPage } from '../../../shared/page/next-page.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useList } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { whatHappened } from '../components/what-happened.js';

function Who({ entry: { actor } }: { entry: AuditEntry }) {
  const text = useText();
  if (actor.service !== null) return text('secretariat.audit.service', { service: actor.service });
  if (actor.personId === null) return text('secretariat.audit.visitor');
  return <span className="code">{text('secretariat.audit.person', { id: actor.personId.slice(-8) })}</span>;
}

function Row({ entry }: { entry: AuditEntry }) {
  const text = useText();
  const { zone } = useNetwork();
  return (
    <tr>
      <td className="num">{entry.position}</td>
      <td>
        <time dateTime={entry.at}>{momentInWords(text.lang, entry.at, zone)}</time>
      </td>
      <td data-th={text('secretariat.audit.what')}>{whatHappened(entry, text)}</td>
      <td data-th={text('secretariat.audit.who')}>
        <Who entry={entry} />
      </td>
      <td data-th={text('secretariat.audit.record')} className="code">
        {entry.aggregateId.slice(-8)}
      </td>
      <td data-th={text('secretariat.audit.hash')} className="code">
        {entry.hash.slice(0, 12)}
      </td>
    </tr>
  );
}

function Table({ items }: { items: readonly AuditEntry[] }) {
  const text = useText();
  const heads = [
    text('secretariat.audit.when'),
    text('secretariat.audit.what'),
    text('secretariat.audit.who'),
    text('secretariat.audit.record'),
    text('secretariat.audit.hash'),
  ];
  return (
    <table className="table queue">
      <caption className="sr">{text('secretariat.audit.caption')}</caption>
      <TableHead number={text('secretariat.audit.number')} heads={heads} />
      <tbody>
        {items.map((entry) => (
          <Row key={entry.hash} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

/** Every change of the network's records, as it arrived; nothing here can be altered. */
export function Component() {
  const text = useText();
  const entries = useList('audit.entries.list', { limit: 50 });
  return (
    <>
      <QueueHead title={text('secretariat.audit.title')}>
        <p className="quiet-text">{text('secretariat.audit.text')}</p>
      </QueueHead>
      <Loaded query={entries} failed={text('secretariat.audit.failed')} skeleton={<RowsSkeleton rows={8} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <p>{text('secretariat.audit.none')}</p> : <Table items={items} />;
        }}
      </Loaded>
      <NextPage list={entries} />
    </>
  );
}
