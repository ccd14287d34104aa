import { Link, useLocation } from 'react-router';
import { NoticesMenu } from '../../features/notices/components/notices-menu.js';
import { SearchBox } from '../../features/search-box/components/search-box.js';
import { Masthead, type Section } from '../../shared/frame/masthead.js';
import { NetworkMark } from '../../shared/mark/network-mark.js';
import { useNetwork } from '../../shared/session/network.js';
import { useAddress } from '../../shared/session/place.js';
import { useMay, useSession } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';
import { useAdministration } from '../secretariat/administration.js';
import { Acting } from './acting.js';
import { LanguageSwitch } from './language-switch.js';
import { Leave } from './leave.js';
import { SwitchMenu } from './switch-menu.js';

/** What this person can open, by what they may do. */
function useSections(): Section[] {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const { pathname } = useLocation();
  const { acting } = useSession();
  const administration = useAdministration();
  const reviews = may('applications:read') || may('practices:comment');
  const isAt = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  const within = (page: string) => isAt(address(page));
  const administers = administration.some(({ to }) => isAt(to));
  const section = (page: string, label: string, current: boolean): Section => ({ href: address(page), label, current });
  const sections: (Section | false)[] = [
    section('miembro', text('account.sections.pending'), pathname === address('miembro')),
    reviews && section('secretaria', text('account.sections.queues'), within('secretaria') && !administers),
    ...administration.slice(0, 1).map(({ to }) => ({ href: to, label: text('account.sections.administration'), current: administers })),
    may('practices:write') && section('miembro/practicas', text('account.sections.own'), within('miembro/practicas')),
    may('practices:write') && section('miembro/replicas', text('account.sections.replications'), within('miembro/replicas')),
    acting !== null && may('inquiries:answer') && section('miembro/consultas', text('inquiries.queue.title'), within('miembro/consultas')),
    acting !== null &&
      may('organizations:edit') &&
      section('miembro/organizacion', text('members.own.section'), within('miembro/organizacion') || within('miembro/personas')),
    section('miembro/preferencias', text('account.sections.preferences'), within('miembro/preferencias')),
    section('miembro/cuenta', text('account.sections.account'), within('miembro/cuenta')),
    section('practicas', text('account.sections.practices'), false),
    section('miembro/organizaciones', text('frame.section.organizations'), within('miembro/organizaciones')),
  ];
  return sections.filter((entry) => entry !== false);
}

const closeMenu = (event: { currentTarget: Element }) => {
  const menu = event.currentTarget.closest('[popover]');
  if (menu instanceof HTMLElement && menu.matches(':popover-open')) menu.hidePopover();
};

/** Head of every workspace page: for whom one acts is always in sight. */
export function WorkMasthead() {
  const network = useNetwork();
  const address = useAddress();
  const inApp = [address('miembro'), address('secretaria')];
  const link = ({ href, label, current }: Section) => {
    const shared = { 'aria-current': current ? ('page' as const) : undefined, onClick: closeMenu };
    if (!inApp.some((start) => href.startsWith(start))) return <a href={href}>{label}</a>;
    return (
      <Link to={href} {...shared}>
        {label}
      </Link>
    );
  };
  const tools = (
    <>
      <SearchBox />
      <Acting />
      <SwitchMenu />
      <NoticesMenu />
      <LanguageSwitch />
      <Leave />
    </>
  );
  return (
    <Masthead
      name={network.name}
      mark={<NetworkMark network={network} />}
      homeHref={address('miembro')}
      sections={useSections()}
      tools={tools}
      inWorkspace
      link={link}
    />
  );
}
