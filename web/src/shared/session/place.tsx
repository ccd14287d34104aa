import type { PortalLanguage } from '@alianza/contracts/shapes';
import { createContext, use } from 'react';

/** Where in the portal a page stands: both come from its address and from nothing else. Outside networks the network is empty. */
export interface Place {
  readonly network: string;
  readonly lang: PortalLanguage;
}

/** First segment of the pages of operators, who work outside networks. */
export const operation = 'operacion';

/** `/agc/miembro` is Spanish, `/agc/en/miembro` English; `/operacion` and `/en/operacion` are of no network. */
export function placeOf(pathname: string): Place {
  const [network = '', second] = pathname.split('/').slice(1);
  if (network === operation) return { network: '', lang: 'es' };
  if (network === 'en') return { network: '', lang: 'en' };
  return { network, lang: second === 'en' ? 'en' : 'es' };
}

/** The address of a page of the same network and language: `addressOf(place, 'miembro')`. */
export const addressOf = ({ network, lang }: Place, page = ''): string =>
  `/${[network, lang === 'es' ? '' : lang, page].filter((part) => part !== '').join('/')}`;

/** The same page in another language. */
export function translatedAddress(pathname: string, lang: PortalLanguage): string {
  const place = placeOf(pathname);
  const root = addressOf(place);
  const page = pathname.slice(root === '/' ? 1 : root.length + 1);
  return addressOf({ ...place, lang }, page);
}

const PlaceContext = createContext<Place>({ network: '', lang: 'es' });
export const PlaceProvider = PlaceContext.Provider;
export const usePlace = (): Place => use(PlaceContext);
export const useAddress = () => {
  const place = usePlace();
  return (page?: string) => addressOf(place, page);
};
