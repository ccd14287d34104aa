import { Outlet, useLocation } from 'react-router';
import { LanguageLink, otherLanguage } from '../shared/frame/language-link.js';
import { Masthead } from '../shared/frame/masthead.js';
import { NetworkMark } from '../shared/mark/network-mark.js';
import { useNetwork } from '../shared/session/network.js';
import { translatedAddress, useAddress } from '../shared/session/place.js';
import { useText } from '../shared/texts/use-text.js';
import { PageFrame } from './page-frame.js';

/** The frame of pages that need no account. The language link keeps the secret of a private link. */
export function VisitorFrame() {
  const text = useText();
  const network = useNetwork();
  const address = useAddress();
  const { pathname, hash } = useLocation();
  const sections = [
    { href: address('practicas'), label: text('frame.section.practices'), current: false },
    { href: address('organizaciones'), label: text('frame.section.organizations'), current: false },
    { href: address('solicitud'), label: text('frame.section.apply'), current: pathname === address('solicitud') },
  ];
  const tools = (
    <>
      <LanguageLink href={translatedAddress(pathname, otherLanguage(text.lang)) + hash} />
      <a href={address('miembro')}>{text('frame.enter')}</a>
    </>
  );
  return (
    <PageFrame
      masthead={
        <Masthead name={network.name} mark={<NetworkMark network={network} />} homeHref={address()} sections={sections} tools={tools} />
      }
    >
      <Outlet />
    </PageFrame>
  );
}
