import { NavLink, Outlet } from 'react-router';
import { useAddress } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { useMay } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';
import { numberIn } from '../../shared/format/numbers.js';

interface Tab {
  readonly to: string;
  readonly label: string;
  readonly count?: number | undefined;
}

function useTabs(): Tab[] {
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
    may('organizations:read') && { to: address('secretaria/integrantes'), label: text('members.tab') },
    may('organizations:read') && { to: address('secretaria/oficios'), label: text('people.queue.tab'), count: letters.data?.total },
    reviews && { to: address('secretaria/practicas'), label: text('secretariat.tab.practices'), count: practices.data?.total },
    verifies && { to: address('secretaria/verificaciones'), label: text('review.due.tab'), count: due.data?.total },
    decides && { to: address('secretaria/replicas'), label: text('secretariat.tab.replications'), count: replications.data?.total },
    answers && { to: address('secretaria/consultas'), label: text('inquiries.queue.title'), count: inquiries.data?.total },
    may('taxonomy:write') && { to: address('secretaria/taxonomia'), label: text('concepts.title') },
    may('organizations:import') && { to: address('secretaria/importar-integrantes'), label: text('memberImports.tab') },
    may('practices:import') && { to: address('secretaria/importaciones'), label: text('imports.tab') },
    may('audit:read') && { to: address('secretaria/bitacora'), label: text('secretariat.tab.audit') },
  ];
  return tabs.filter((tab) => tab !== false);
}

/** The queues of the secretariat and of those who review, with how much waits in each. */
function Tabs() {
  const text = useText();
  const tabs = useTabs();
  return (
    <nav aria-label={text('secretariat.queues')}>
      <ul className="queues">
        {tabs.map(({ to, label, count }) => (
          <li key={to}>
            <NavLink to={to}>
              {label} {count !== undefined && <span className="n">{numberIn(text.lang, count)}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Lends the tabs to each queue, which sets them under its title. */
export function Component() {
  return <Outlet context={<Tabs />} />;
}
