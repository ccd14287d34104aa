import { useAddress } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { useMay } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Tab } from './tabs.js';

/** Where something waits for the secretariat or for those who review, and how much. */
export function useQueues(): Tab[] {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const seesApplications = may('applications:read');
  const reviews = may('practices:comment');
  const applications = useRead('membership.applications.list', { limit: 1 }, { enabled: seesApplications, every: 60_000 });
  const practices = useRead('repository.reviews.list', { limit: 1 }, { enabled: reviews, every: 60_000 });
  const decides = may('applications:decide');
  const replications = useRead('repository.replications.received', { status: 'told', limit: 1 }, { enabled: decides, every: 60_000 });
  const answers = may('applications:decide');
  const inquiries = useRead('repository.inquiries.list', { of: 'secretariat', limit: 1 }, { enabled: answers, every: 60_000 });
  const letters = useRead('membership.letters.list', { limit: 1 }, { enabled: may('organizations:read'), every: 60_000 });
  const verifies = may('practices:verify');
  const due = useRead('repository.verifications.list', { limit: 1 }, { enabled: verifies, every: 60_000 });
  const tabs: (Tab | false)[] = [
    seesApplications && {
      to: address('secretaria/solicitudes'),
      label: text('secretariat.tab.applications'),
      count: applications.data?.total,
    },
    may('organizations:read') && { to: address('secretaria/oficios'), label: text('people.queue.tab'), count: letters.data?.total },
    reviews && { to: address('secretaria/practicas'), label: text('secretariat.tab.practices'), count: practices.data?.total },
    verifies && { to: address('secretaria/verificaciones'), label: text('review.due.tab'), count: due.data?.total },
    decides && { to: address('secretaria/replicas'), label: text('secretariat.tab.replications'), count: replications.data?.total },
    answers && { to: address('secretaria/consultas'), label: text('inquiries.queue.title'), count: inquiries.data?.total },
  ];
  return tabs.filter((tab) => tab !== false);
}
