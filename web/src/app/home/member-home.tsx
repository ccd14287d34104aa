import { Link } from 'react-router';
import { NoticeBand } from '../../features/account/components/notice-asked.js';
import { LatestNews } from '../../features/notices/components/latest-news.js';
import { DuePractice, useDuePractices } from '../../features/practices/components/due-practices.js';
import { DueReplication, useDueReplications } from '../../features/replications/components/due-replications.js';
import { Loaded, RowsSkeleton } from '../../shared/page/loaded.js';
import { PageTitle } from '../../shared/page/page.js';
import { Void } from '../../shared/parts/void.js';
import { useNetwork } from '../../shared/session/network.js';
import { useAddress } from '../../shared/session/place.js';
import { useMay, useSession } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';
import { DueQueue } from './due-queue.js';
import { Unread } from './unread.js';
import { inOrder, useDueQueues } from './use-due-queues.js';

function Nothing() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const { acting } = useSession();
  const { name } = useNetwork();
  return (
    <Void title={text('member.due.none')}>
      <p>{text('member.due.noneText', { organization: acting?.name ?? name })}</p>
      {may('practices:write') && (
        <p className="buttons">
          <Link className="button second" to={address('miembro/practicas/nueva')}>
            {text('member.practices.begin')}
          </Link>
        </p>
      )}
    </Void>
  );
}

/** What waits for this organisation, or for those who decide; then what is new; nothing else. */
export function Component() {
  const text = useText();
  const may = useMay();
  const { name } = useNetwork();
  const { acting } = useSession();
  const practices = useDuePractices(may('practices:write'));
  const [asked, told] = [useDueQueues(), useDueReplications()];
  const [queues, replications] = [inOrder(asked), told.flatMap(({ found }) => found)];
  const sources = [...asked, ...told];
  const count = (practices.data?.length ?? 0) + queues.length + replications.length;
  return (
    <>
      <div className="intro">
        <PageTitle title={text('member.due.title')} of={name} />
        {practices.data && count > 0 && <p className="lede">{text('member.due.lede', { count, organization: acting?.name ?? name })}</p>}
      </div>
      <NoticeBand />
      <section aria-labelledby="due">
        <h2 className="sr" id="due">
          {text('member.due.list')}
        </h2>
        <Loaded query={practices} failed={text('member.due.failed')} skeleton={<RowsSkeleton />}>
          {(rows) =>
            count === 0 ? (
              sources.every(({ pending, error }) => !pending && error === null) && <Nothing />
            ) : (
              <ol className="due">
                {queues.map((queue, index) => (
                  <DueQueue key={queue.to} queue={queue} urgent={index === 0} />
                ))}
                {rows.map((row, index) => (
                  <DuePractice key={row.id} row={row} urgent={queues.length === 0 && index === 0} />
                ))}
                {replications.map((row) => (
                  <DueReplication key={row.id} row={row} />
                ))}
              </ol>
            )
          }
        </Loaded>
        <Unread sources={sources} />
      </section>
      <LatestNews />
    </>
  );
}
