import type { Network } from '@alianza/contracts/membership/networks';
import { createContext, use } from 'react';

const NetworkContext = createContext<Network | null>(null);
export const NetworkProvider = NetworkContext.Provider;

/** Null outside networks, where operators work. */
export const useNetworkIfAny = (): Network | null => use(NetworkContext);

/** What the network of the page says of itself. */
export function useNetwork(): Network {
  const network = use(NetworkContext);
  if (network === null) throw new Error('useNetwork outside a page of a network');
  return network;
}
