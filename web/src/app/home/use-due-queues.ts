import { useDueInquiries } from '../../features/inquiries/api/due-inquiries.js';
import { useDuePeople } from '../../features/people/api/due-people.js';
import { dueQueue, type Due, type DueSource } from '../../shared/queue/due-source.js';
import { useAddress } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { useMayAct } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';

type Shared = 'membership.applications.list' | 'repository.reviews.list';

/** Whose the things of a queue are that is shared out: how many this account has taken, and nobody. */
function useOwners(id: Shared, enabled: boolean): string {
  const text = useText();
  const mine = useRead(id, { assigned: 'me', limit: 1 }, { enabled });
  const nobody = useRead(id, { assigned: 'nobody', limit: 1 }, { enabled });
  if (!mine.data || !nobody.data) return '';
  return text('member.due.owner', { mine: mine.data.total, nobody: nobody.data.total });
}

function useApplications(): DueSource {
  const text = useText();
  const may = useMayAct();
  const address = useAddress();
  const enabled = may('applications:decide');
  const read = useRead('membership.applications.list', { limit: 1 }, { enabled });
  const owners = useOwners('membership.applications.list', enabled && read.data?.items.length === 1);
  return dueQueue(text('member.due.unread.applications'), read, (first, count) => ({
    to: address('secretaria/solicitudes'),
    title: text('member.due.applications', { count }),
    why: `${text('member.due.applicationsWhy', { count, organization: first.organization })} ${owners}`.trim(),
    press: text('member.due.openApplications'),
    since: first.submittedAt,
  }));
}

function useReviews(): DueSource {
  const text = useText();
  const may = useMayAct();
  const address = useAddress();
  const read = useRead('repository.reviews.list', { limit: 1 }, { enabled: may('practices:comment') });
  const owners = useOwners('repository.reviews.list', may('practices:review') && read.data?.items.length === 1);
  return dueQueue(text('member.due.unread.reviews'), read, (first, count) => ({
    to: address('secretaria/practicas'),
    title: text('member.due.reviews', { count }),
    why: `${text('member.due.reviewsWhy', { count, title: first.title })} ${owners}`.trim(),
    press: text('member.due.openReviews'),
    since: first.submittedAt ?? first.changedAt,
  }));
}

function useReplications(): DueSource {
  const text = useText();
  const may = useMayAct();
  const address = useAddress();
  const read = useRead('repository.replications.received', { status: 'told', limit: 1 }, { enabled: may('practices:submit') });
  return dueQueue(text('member.due.unread.replications'), read, (first, count) => ({
    to: address(may('applications:decide') ? 'secretaria/replicas' : 'miembro/replicas'),
    title: text('replications.due.received', { count }),
    why: text('replications.due.receivedWhy', { count, organization: first.organization }),
    press: text('replications.due.openReceived'),
    since: first.toldAt ?? first.changedAt,
  }));
}

/** What was to be looked at again by now. */
function useVerifications(): DueSource {
  const text = useText();
  const may = useMayAct();
  const address = useAddress();
  const read = useRead('repository.verifications.list', { limit: 1 }, { enabled: may('practices:verify') });
  return dueQueue(text('member.due.unread.verifications'), read, (first, count) => ({
    to: address('secretaria/verificaciones'),
    title: text('member.due.verifications', { count }),
    why: text('member.due.verificationsWhy', { count, title: first.title }),
    press: text('member.due.openVerifications'),
    since: first.dueAt,
  }));
}

const last = '9999';

/** For those who decide, and for an organisation: where somebody waits for them. */
export function useDueQueues(): DueSource[] {
  const queues = [useApplications(), useReviews(), useReplications(), useVerifications()];
  return [...queues, ...useDuePeople(), ...useDueInquiries()];
}

/** What has a last day stands first, then what waits longest. */
export const inOrder = (sources: readonly DueSource[]): Due[] =>
  sources
    .flatMap(({ found }) => found)
    .toSorted((one, other) => (one.until ?? last).localeCompare(other.until ?? last) || (one.since ?? '').localeCompare(other.since ?? ''));
