import { networkText } from '@alianza/texts/network-text';
import { useMemo } from 'react';
import { Outlet } from 'react-router';
import { Loaded, RowsSkeleton } from '../shared/page/loaded.js';
import { NetworkProvider } from '../shared/session/network.js';
import { useRead } from '../shared/session/queries.js';
import { TextProvider, useText } from '../shared/texts/use-text.js';

/** The texts, with what this network calls its concepts; until that is known, as the product does. */
function useNetworkText() {
  const text = useText();
  const { data } = useRead('repository.taxonomy.get', {}, { every: 60_000 });
  return useMemo(() => networkText(text, data?.concepts ?? []), [text, data]);
}

/** Every page knows its network's name and settings, and calls things as it does. */
export function NetworkGate() {
  const text = useNetworkText();
  const network = useRead('membership.networks.get', {});
  if (network.data)
    return (
      <NetworkProvider value={network.data}>
        <TextProvider value={text}>
          <Outlet />
        </TextProvider>
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
