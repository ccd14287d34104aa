import { Outlet } from 'react-router';
import { useAddress } from '../../shared/session/place.js';
import { useMay } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';
import { Tabs } from '../secretariat/tabs.js';

/** What there is of one's own organisation. */
function OwnTabs() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const tabs = [
    may('organizations:edit') && { to: address('miembro/organizacion'), label: text('members.own.section') },
    may('representatives:read') && { to: address('miembro/personas'), label: text('people.title') },
  ].filter((tab) => tab !== false);
  if (tabs.length < 2) return null;
  return <Tabs label={text('members.own.section')} tabs={tabs} />;
}

/** Lends the tabs to each page, which sets them under its title. */
export function Component() {
  return <Outlet context={<OwnTabs />} />;
}
