import { Outlet } from 'react-router';
import { Loaded, RowsSkeleton } from '../shared/page/loaded.js';
import { NetworkProvider } from '../shared/session/network.js';
import { useRead } from '../shared/session/queries.js';
import { useText } from '../shared/texts/use-text.js';

/** Every page knows its network's name and settings. */
export function NetworkGate() {
  const text = useText();
  const network = useRead('membership.networks.get', {});
  if (network.data)
    return (
      <NetworkProvider value={network.data}>
        <Outlet />
      </NetworkProvider>
    );
  return (
    <main className="hold">
      <Loaded query={network} failed={text('states.page.failed')} skeleton={<RowsSkeleton />}>
        {() => null}
      </Loaded>
    </main>
  );
}
