import type { ReactNode } from 'react';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { ApiProvider, useApi } from '../../../shared/session/api.js';
import { NetworkProvider } from '../../../shared/session/network.js';
import { PlaceProvider, usePlace } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

function Known({ children }: { children: ReactNode }) {
  const text = useText();
  const network = useRead('membership.networks.get', {});
  return (
    <Loaded query={network} failed={text('operation.network.failed')} skeleton={<RowsSkeleton rows={4} />}>
      {(known) => <NetworkProvider value={known}>{children}</NetworkProvider>}
    </Loaded>
  );
}

/** Inside, everything is asked of one network, though the page stands outside of all. */
export function NetworkScope({ code, children }: { code: string; children: ReactNode }) {
  const { auth } = useApi();
  const { lang } = usePlace();
  return (
    <PlaceProvider value={{ network: code, lang }}>
      <ApiProvider auth={auth} actingFor={null}>
        <Known>{children}</Known>
      </ApiProvider>
    </PlaceProvider>
  );
}
