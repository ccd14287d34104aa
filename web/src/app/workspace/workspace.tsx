import type { Me } from '@alianza/contracts/membership/people';
import { useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Outlet, useLocation } from 'react-router';
import { Loaded, RowsSkeleton } from '../../shared/page/loaded.js';
import { actingAmong, rememberActing, rememberedActing } from '../../shared/session/acting.js';
import { ApiProvider, useApi } from '../../shared/session/api.js';
import { useAddress, usePlace } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { SessionProvider, type Session } from '../../shared/session/session.js';
import { permissionsHere, rolesHere } from '../../shared/session/standing-values.js';
import { useText } from '../../shared/texts/use-text.js';
import { PageFrame } from '../page-frame.js';
import { NotMember } from './not-member.js';
import { WorkMasthead } from './work-masthead.js';

function useSessionOf(me: Me): Session | null {
  const { network } = usePlace();
  const membership = me.networks.find(({ code }) => code === network);
  const [chosen, choose] = useState(() => rememberedActing(network));
  const acting = actingAmong(membership?.organizations ?? [], chosen);
  return useMemo(() => {
    if (membership === undefined) return null;
    const actFor = (organizationId: string) => {
      rememberActing(network, organizationId);
      choose(organizationId);
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
  const dense = useLocation().pathname.startsWith(address('secretaria'));
  if (session === null) return <NotMember me={me} />;
  return (
    <SessionProvider value={session}>
      <ApiProvider auth={auth} actingFor={session.acting?.id ?? null}>
        <I18nProvider locale={lang}>
          <PageFrame masthead={<WorkMasthead />} dense={dense}>
            <Outlet key={session.acting?.id} />
          </PageFrame>
        </I18nProvider>
      </ApiProvider>
    </SessionProvider>
  );
}

/** Who is not signed in goes to the provider and comes back to this page. */
function Leaving() {
  const text = useText();
  const { auth } = useApi();
  const { lang } = usePlace();
  useEffect(() => void auth?.signIn({ lang }), [auth, lang]);
  return (
    <main className="hold">
      <p role="status">{text('account.entering')}</p>
    </main>
  );
}

/** Where people who are signed in work: who they are, and for whom they act, before anything else. */
export function Component() {
  const text = useText();
  const { auth } = useApi();
  const signedIn = auth?.signedIn === true;
  const me = useRead('membership.people.me', {}, { enabled: signedIn });
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
