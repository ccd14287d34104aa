import { NavLink, Outlet } from 'react-router';
import { useAddress } from '../../shared/session/place.js';
import { useMay } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';

/** What there is of one's own organisation. */
function Tabs() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const tabs = [
    may('organizations:edit') && { to: address('miembro/organizacion'), label: text('members.own.section') },
    may('representatives:read') && { to: address('miembro/personas'), label: text('people.title') },
  ].filter((tab) => tab !== false);
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={text('members.own.section')}>
      <ul className="queues">
        {tabs.map(({ to, label }) => (
          <li key={to}>
            <NavLink to={to}>{label}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Lends the tabs to each page, which sets them under its title. */
export function Component() {
  return <Outlet context={<Tabs />} />;
}
