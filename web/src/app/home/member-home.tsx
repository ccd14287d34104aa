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
import { useMay, useMayAct, useSession } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';
import { DueQueue } from './due-queue.js';
import { Unread } from './unread.js';
import { inOrder, useDueQueues } from './use-due-queues.js';

function Nothing() {
  const text = useText();
  const may = useMayAct();
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

/** Where the others are, of which the first are listed here. */
function Others({ practices, replications }: { practices: boolean; replications: boolean }) {
  const text = useText();
  const address = useAddress();
  return (
    <>
      {practices && (
        <p>
          <Link to={address('miembro/practicas')}>{text('member.due.allPractices')}</Link>
        </p>
      )}
      {replications && (
        <p>
          <Link to={address('miembro/replicas')}>{text('member.due.allReplications')}</Link>
        </p>
      )}
    </>
  );
}

/** In whose name nothing is done now; why, is said to those who represent it where its history is. */
function Suspended({ organization }: { organization: string }) {
  const text = useText();
  const represents = useMay()('organizations:edit');
  const address = useAddress();
  return (
    <p className="notice">
      {text(represents ? 'member.due.suspendedOwn' : 'member.due.suspended', { organization })}{' '}
      {represents && <Link to={address('miembro/organizacion')}>{text('member.due.suspendedPress')}</Link>}
    </p>
  );
}

/** How much waits, and for whom: where nothing is done for the organisation, it waits in the network. */
function Said({ count, more }: { count: number; more: boolean }) {
  const text = useText();
  const network = useNetwork();
  const { acting } = useSession();
  const suspended = acting?.status === 'suspended';
  const organization = acting === null || suspended ? network.name : acting.name;
  return (
    <>
      {count > 0 && <p className="lede">{text(more ? 'member.due.ledeMore' : 'member.due.lede', { count, organization })}</p>}
      {suspended && <Suspended organization={acting.name} />}
    </>
  );
}

/** What waits for this organisation, or for those who decide; then what is new; nothing else. */
export function Component() {
  const text = useText();
  const may = useMayAct();
  const { name } = useNetwork();
  const { acting } = useSession();
  const practices = useDuePractices(may('practices:write'));
  const [asked, told] = [useDueQueues(), useDueReplications()];
  const [queues, replications] = [inOrder(asked), told.flatMap(({ found }) => found)];
  const sources = [...asked, ...told];
  const suspended = acting?.status === 'suspended';
  const count = (practices.data?.length ?? 0) + queues.length + replications.length;
  const more = { practices: practices.more, replications: told.some((source) => source.more) };
  return (
    <>
      <div className="intro">
        <PageTitle title={text('member.due.title')} of={name} />
        <Said count={practices.data ? count : 0} more={more.practices || more.replications} />
      </div>
      <NoticeBand />
      <section aria-labelledby="due">
        <h2 className="sr" id="due">
          {text('member.due.list')}
        </h2>
        <Loaded query={practices} failed={text('member.due.failed')} skeleton={<RowsSkeleton />}>
          {(rows) =>
            count === 0 ? (
              !suspended && sources.every(({ pending, error }) => !pending && error === null) && <Nothing />
            ) : (
              <ol className="due">
                {queues.map((queue, index) => (
                  <DueQueue key={index} queue={queue} urgent={index === 0} />
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
        <Others {...more} />
        <Unread sources={sources} />
      </section>
      <LatestNews />
    </>
  );
}
