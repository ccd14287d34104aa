import { numberIn } from '../../../shared/format/numbers.js';
import { Void } from '../../../shared/parts/void.js';
import { Desk } from '../../../shared/queue/desk.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { useList } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { filterOf, isFiltered, type MemberQuery } from '../api/member-query.js';
import { useMemberQuery } from '../api/use-member-query.js';
import { MemberFilters } from '../components/member-filters.js';
import { MemberTable } from '../components/member-table.js';
import { TableTools } from '../components/table-tools.js';
import { MemberFile } from '../file/member-file.js';

function Empty({ query }: { query: MemberQuery }) {
  const text = useText();
  if (isFiltered(query)) return <Void title={text('members.noneSuch')} />;
  return (
    <Void title={text('members.none')}>
      <p>{text('members.noneText')}</p>
    </Void>
  );
}

/** The members of the network, as many filters as are needed, and beside them the file of one. */
export function Component() {
  const text = useText();
  const may = useMay();
  const [query, change] = useMemberQuery();
  const { openId, close } = useOpenRow();
  const list = useList('membership.members.list', { ...filterOf(query), limit: 50 });
  const title = text('members.title');
  const pages = list.data?.pages ?? [];
  const [shown, total] = [pages.reduce((sum, page) => sum + page.items.length, 0), pages[0]?.total ?? 0];
  const said = text('members.shown', { total, shown: numberIn(text.lang, shown), totalSaid: numberIn(text.lang, total) });
  return (
    <>
      <QueueHead title={title}>
        <QueueKeys />
      </QueueHead>
      {may('organizations:read') && (
        <>
          <MemberFilters query={query} change={change} countries={pages[0]?.countries ?? []} said={pages.length > 0 ? said : ''} />
          <TableTools query={query} change={change} />
        </>
      )}
      <Desk
        title={title}
        list={list}
        failed={text('members.failed')}
        opened={openId !== null && <MemberFile key={openId} id={openId} onClose={close} />}
      >
        {(items) => (items.length === 0 ? <Empty query={query} /> : <MemberTable items={items} query={query} change={change} />)}
      </Desk>
    </>
  );
}
