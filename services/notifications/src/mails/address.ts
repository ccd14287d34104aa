import type { PortalLanguage } from '@alianza/contracts/shapes';

export interface Place {
  /** Public origin of the portal. */
  readonly origin: string;
  /** Code of the network. */
  readonly network: string;
  readonly lang: PortalLanguage;
}

/** A page of the network in the reader's language. A secret stands in the fragment, which browsers send to nobody. */
export function pageAddress({ origin, network, lang }: Place, path: string, secret?: string): string {
  const inLanguage = lang === 'es' ? '' : `/${lang}`;
  return `${origin}/${network}${inLanguage}${path}${secret === undefined ? '' : `#${secret}`}`;
}
