import { Link } from 'react-router';
import { useDueInquiries } from '../../features/inquiries/api/due-inquiries.js';
import { useDueLetters } from '../../features/people/api/due-letters.js';
import { dateInWords } from '../../shared/format/dates.js';
import { State } from '../../shared/parts/state.js';
import { daysSince } from '../../shared/queue/waiting-days.js';
import { useAddress } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { useMay } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';

interface Queue {
  readonly to: string;
  readonly title: string;
  readonly why: string;
  readonly press: string;
  /** Since when the first of them waits. */
  readonly since: string;
  /** The last day, where there is one. */
  readonly until?: string;
}

/** For those who decide: the queues in which somebody waits for them. */
export function useDueQueues(): Queue[] {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const applications = useRead('membership.applications.list', { limit: 1 }, { enabled: may('applications:decide') });
  const reviews = useRead('repository.reviews.list', { limit: 1 }, { enabled: may('practices:comment') });
  const replications = useRead('repository.replications.received', { status: 'told', limit: 1 }, { enabled: may('practices:submit') });
  const replication = replications.data?.items[0];
  const application = applications.data?.items[0];
  const review = reviews.data?.items[0];
  const inquiries = useDueInquiries();
  const letters = useDueLetters();
  const queues: (Queue | undefined)[] = [
    application && {
      to: address('secretaria/solicitudes'),
      title: text('member.due.applications', { count: applications.data?.total ?? 0 }),
      why: text('member.due.applicationsWhy', { count: applications.data?.total ?? 0, organization: application.organization }),
      press: text('member.due.openApplications'),
      since: application.submittedAt,
    },
    review && {
      to: address('secretaria/practicas'),
      title: text('member.due.reviews', { count: reviews.data?.total ?? 0 }),
      why: text('member.due.reviewsWhy', { count: reviews.data?.total ?? 0, title: review.title }),
      press: text('member.due.openReviews'),
      since: review.submittedAt ?? review.changedAt,
    },
    replication && {
      to: address(may('applications:decide') ? 'secretaria/replicas' : 'miembro/replicas'),
      title: text('replications.due.received', { count: replications.data?.total ?? 0 }),
      why: text('replications.due.receivedWhy', { count: replications.data?.total ?? 0, organization: replication.organization }),
      press: text('replications.due.openReceived'),
      since: replication.toldAt ?? replication.changedAt,
    },
  ];
  return [...queues.filter((queue) => queue !== undefined), ...letters, ...inquiries];
}

export function DueQueue({ queue, urgent }: { queue: Queue; urgent: boolean }) {
  const text = useText();
  return (
    <li>
      <p className="when">
        <b>{queue.until === undefined ? text('member.due.noDeadline') : dateInWords(text.lang, queue.until)}</b>
        <State kind="open">{text('member.due.waits', { days: daysSince(queue.since) })}</State>
      </p>
      <div>
        <h3>{queue.title}</h3>
        <p>{queue.why}</p>
      </div>
      <Link className={urgent ? 'button' : 'button second'} to={queue.to}>
        {queue.press}
      </Link>
    </li>
  );
}
