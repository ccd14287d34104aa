import { Outlet, useLocation } from 'react-router';
import { useText } from '../../shared/texts/use-text.js';
import { useAdministration } from './administration.js';
import { Tabs } from './tabs.js';
import { useQueues } from './waiting.js';

function Waiting() {
  return <Tabs label={useText()('secretariat.queues')} tabs={useQueues()} />;
}

/** Lends each page the tabs among which it stands; it sets them under its title. */
export function Component() {
  const text = useText();
  const administration = useAdministration();
  const { pathname } = useLocation();
  const administers = administration.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const tabs = administers ? <Tabs label={text('secretariat.administration')} tabs={administration} /> : <Waiting />;
  return <Outlet context={tabs} />;
}
