import type { PortalLanguage } from '@alianza/contracts/shapes';
import { createContext, use } from 'react';

/** Where in the portal a page stands: both come from its address and from nothing else. */
export interface Place {
  readonly network: string;
  readonly lang: PortalLanguage;
}

/** `/agc/miembro` is Spanish, `/agc/en/miembro` English. */
export function placeOf(pathname: string): Place {
  const [network = '', second] = pathname.split('/').slice(1);
  return { network, lang: second === 'en' ? 'en' : 'es' };
}

/** The address of a page of the same network and language: `addressOf(place, 'miembro')`. */
export const addressOf = ({ network, lang }: Place, page = ''): string =>
  `/${network}${lang === 'es' ? '' : `/${lang}`}${page === '' ? '' : `/${page}`}`;

/** The same page in another language. */
export function translatedAddress(pathname: string, lang: PortalLanguage): string {
  const place = placeOf(pathname);
  const page = pathname.slice(addressOf(place).length + 1);
  return addressOf({ ...place, lang }, page);
}

const PlaceContext = createContext<Place>({ network: '', lang: 'es' });
export const PlaceProvider = PlaceContext.Provider;
export const usePlace = (): Place => use(PlaceContext);
export const useAddress = () => {
  const place = usePlace();
  return (page?: string) => addressOf(place, page);
};
