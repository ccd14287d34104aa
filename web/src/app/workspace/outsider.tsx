import type { Me } from '@alianza/contracts/membership/people';
import { useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Outlet } from 'react-router';
import { Masthead } from '../../shared/frame/masthead.js';
import { Told } from '../../shared/page/told.js';
import { useNetwork } from '../../shared/session/network.js';
import { useAddress, usePlace } from '../../shared/session/place.js';
import { SessionProvider, type Session } from '../../shared/session/session.js';
import { PageFrame } from '../page-frame.js';
import { Leave } from './leave.js';

/** Whoever has no role here any more still reaches what is kept of them: their account, and nothing else. */
export function Outsider({ me }: { me: Me }) {
  const { name, code, demo } = useNetwork();
  const { lang } = usePlace();
  const address = useAddress();
  const session = useMemo<Session>(() => {
    const membership = { code, name, demo, roles: [], permissions: [], organizations: [] };
    return { me, membership, acting: null, roles: [], permissions: [], actFor: () => undefined };
  }, [me, code, name, demo]);
  return (
    <SessionProvider value={session}>
      <I18nProvider locale={lang}>
        <PageFrame masthead={<Masthead name={name} homeHref={address()} sections={[]} tools={<Leave />} />}>
          <Told>
            <Outlet />
          </Told>
        </PageFrame>
      </I18nProvider>
    </SessionProvider>
  );
}
