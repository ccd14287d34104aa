import { networkText } from '@alianza/texts/network-text';
import { useEffect, useMemo } from 'react';
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

/** Pages allow no style that is written into them; a property that a script sets is none. */
function useAccent(accent: { readonly light: string; readonly dark: string } | null): void {
  const { light = null, dark = null } = accent ?? {};
  useEffect(() => {
    if (light === null || dark === null) return undefined;
    const { style } = document.documentElement;
    style.setProperty('--plum', `light-dark(${light}, ${dark})`);
    return () => void style.removeProperty('--plum');
  }, [light, dark]);
}

/** Every page knows its network's name and settings, and calls things as it does. */
export function NetworkGate() {
  const text = useNetworkText();
  const network = useRead('membership.networks.get', {});
  useAccent(network.data?.brand.accent ?? null);
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
