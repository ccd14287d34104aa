import type { Me } from '@alianza/contracts/membership/people';
import { useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Outlet, useLocation } from 'react-router';
import { Loaded, RowsSkeleton } from '../../shared/page/loaded.js';
import { actingAmong, rememberActing, rememberedActing } from '../../shared/session/acting.js';
import { Told } from '../../shared/page/told.js';
import { Void } from '../../shared/parts/void.js';
import { ApiProvider, useApi } from '../../shared/session/api.js';
import { useAddress, usePlace } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { SessionProvider, type Session } from '../../shared/session/session.js';
import { forNobody, permissionsHere, rolesHere, wideRoles } from '../../shared/session/standing-values.js';
import { useText } from '../../shared/texts/use-text.js';
import { PageFrame } from '../page-frame.js';
import { Leaving } from './leaving.js';
import { NotMember } from './not-member.js';
import { Outsider } from './outsider.js';
import { WorkMasthead } from './work-masthead.js';

function useSessionOf(me: Me): Session | null {
  const { network } = usePlace();
  const membership = me.networks.find(({ code }) => code === network);
  const [chosen, choose] = useState(() => rememberedActing(network));
  const alone = membership !== undefined && wideRoles(membership).length > 0;
  const acting = actingAmong(membership?.organizations ?? [], chosen, alone);
  return useMemo(() => {
    if (membership === undefined) return null;
    const actFor = (organizationId: string | null) => {
      rememberActing(network, organizationId);
      choose(organizationId ?? forNobody);
    };
    const roles = rolesHere(membership, acting);
    return { me, membership, acting, roles, permissions: permissionsHere(roles), actFor };
  }, [me, membership, acting, network]);
}

function SignedIn({ me }: { me: Me }) {
  const { auth } = useApi();
  const session = useSessionOf(me);
  const { lang } = usePlace();
  const address = useAddress();
  const { pathname } = useLocation();
  const dense = pathname.startsWith(address('secretaria'));
  if (session === null) return pathname === address('miembro/cuenta') ? <Outsider me={me} /> : <NotMember me={me} />;
  return (
    <SessionProvider value={session}>
      <ApiProvider auth={auth} actingFor={session.acting?.id ?? forNobody}>
        <I18nProvider locale={lang}>
          <PageFrame masthead={<WorkMasthead />} dense={dense}>
            <Told>
              <Outlet key={session.acting?.id ?? forNobody} />
            </Told>
          </PageFrame>
        </I18nProvider>
      </ApiProvider>
    </SessionProvider>
  );
}

/** Nobody can come in while the provider does not answer; the page says so instead of leading there. */
function Away() {
  const text = useText();
  return (
    <main className="hold">
      <Void title={text('account.away.title')}>
        <p>{text('account.away.text')}</p>
        <button className="button" type="button" onClick={() => location.reload()}>
          {text('states.failure.retry')}
        </button>
      </Void>
    </main>
  );
}

/** Where people who are signed in work: who they are, and for whom they act, before anything else. */
export function Component() {
  const text = useText();
  const { auth } = useApi();
  const signedIn = auth?.signedIn === true;
  const me = useRead('membership.people.me', {}, { enabled: signedIn });
  if (auth?.away === true) return <Away />;
  if (!signedIn) return <Leaving />;
  if (me.data) return <SignedIn me={me.data} />;
  return (
    <main className="hold">
      <Loaded query={me} failed={text('account.failed')} skeleton={<RowsSkeleton />}>
        {() => null}
      </Loaded>
    </main>
  );
}
