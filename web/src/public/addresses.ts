import type { PortalLanguage } from '@alianza/contracts/shapes';

/** Where an address leads. `rest` is what follows network and language. */
export interface Address {
  readonly network: string | null;
  readonly lang: PortalLanguage;
  readonly rest: readonly string[];
}

/** Spanish has no segment of its own; no network may be called `en`. */
export function readAddress(pathname: string): Address {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined) return { network: null, lang: 'es', rest: [] };
  if (first === operation) return { network: null, lang: 'es', rest: parts };
  if (first === 'en') return { network: null, lang: 'en', rest: parts.slice(1) };
  return second === 'en' ? { network: first, lang: 'en', rest: parts.slice(2) } : { network: first, lang: 'es', rest: parts.slice(1) };
}

/** The inverse: one address per page and language, without a slash at its end. */
export function writeAddress({ network, lang, rest }: Address): string {
  const parts = [network, lang === 'es' ? null : lang, ...rest].filter((part) => part !== null);
  return `/${parts.join('/')}`;
}

/** First segments of the pages that belong to whoever is signed in or holds a link: the browser makes them. */
const workspaces: readonly string[] = ['solicitud', 'invitacion', 'consulta', 'cuenta', 'miembro', 'secretaria', 'buscar'];

/** Operators work outside networks. */
const operation = 'operacion';

export const isWorkspace = ({ network, rest }: Address): boolean =>
  network === null ? rest[0] === operation : rest[0] !== undefined && workspaces.includes(rest[0]);
