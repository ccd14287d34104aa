import type { NetworkVisit, Page, Visit } from '../visit.js';

interface Way {
  readonly href: string;
  readonly label: string;
}

function NotFound({ title, explanation, ways }: { title: string; explanation: string; ways: readonly Way[] }) {
  return (
    <div className="intro">
      <h1>{title}</h1>
      <p className="lede">{explanation}</p>
      <ul className="ways">
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function waysOut({ text, lang }: Visit, inNetwork: NetworkVisit | null, missing: Missing): Way[] {
  if (inNetwork === null) return [{ href: lang === 'es' ? '/' : `/${lang}`, label: text('notFound.networks') }];
  return [
    ...(missing === 'organization' ? [{ href: inNetwork.addressOf('organizaciones'), label: text('organizations.all') }] : []),
    { href: inNetwork.addressOf('practicas'), label: text('notFound.search') },
    { href: inNetwork.addressOf(), label: text('notFound.home', { name: inNetwork.network.name }) },
  ];
}

type Missing = 'page' | 'practice' | 'organization';
const said: Readonly<Record<Missing, readonly [string, string]>> = {
  page: ['notFound.title', 'notFound.text'],
  practice: ['notFound.practice', 'notFound.practiceText'],
  organization: ['notFound.organization', 'notFound.organizationText'],
};

/** Nothing stands at this address: what can be done instead. */
export function notFoundPage(visit: Visit, inNetwork: NetworkVisit | null, missing: Missing = 'page'): Page {
  const { text } = visit;
  const [title, explanation] = said[missing];
  return {
    status: 404,
    title: text(title),
    description: text(explanation),
    indexed: false,
    kind: 'website',
    section: null,
    main: <NotFound title={text(title)} explanation={text(explanation)} ways={waysOut(visit, inNetwork, missing)} />,
  };
}
