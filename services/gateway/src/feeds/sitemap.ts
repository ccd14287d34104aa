import { document, element, type Xml } from '../harvest/xml.js';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** An address, and when what is there last changed, where that is known. */
export interface Mapped {
  readonly address: string;
  readonly changedAt?: string | null | undefined;
}

const placeOf = ({ address, changedAt }: Mapped): Xml[] => [
  element('loc', {}, address),
  ...(changedAt ? [element('lastmod', {}, changedAt)] : []),
];

export const sitemapIndex = (parts: readonly Mapped[]): string =>
  document(
    element(
      'sitemapindex',
      { xmlns: namespace },
      parts.map((part) => element('sitemap', {}, placeOf(part))),
    ),
  );

/** A page of a network in both languages: `/agc/practicas`, `/agc/en/practicas`. */
export interface Translated {
  readonly path: string;
  readonly changedAt?: string | null | undefined;
}

/** Each page once per language, and with each its translations; `x-default` is Spanish, as on the pages themselves. */
export function sitemap(home: string, pages: readonly Translated[]): string {
  const entries = pages.flatMap(({ path, changedAt }) => {
    const places = { es: home + path, en: `${home}/en${path}`, 'x-default': home + path };
    const alternates = Object.entries(places).map(([hreflang, href]) => element('xhtml:link', { rel: 'alternate', hreflang, href }));
    return [places.es, places.en].map((address) => element('url', {}, placeOf({ address, changedAt }), alternates));
  });
  return document(element('urlset', { xmlns: namespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, entries));
}
