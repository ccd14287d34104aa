import { assets } from 'virtual:assets';
import type { Network } from '@alianza/contracts/membership/networks';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { writeAddress, type Address } from './addresses.js';
import type { Page, TypedLink } from './visit.js';

const languages: readonly PortalLanguage[] = ['es', 'en'];
const locales: Record<PortalLanguage, string> = { es: 'es_MX', en: 'en_GB' };

export interface Links {
  readonly canonical: string;
  readonly alternates: readonly { readonly lang: string; readonly href: string }[];
}

/** Where a page is in each language. `x-default` is the network's own, which is Spanish. */
export function linksOf(origin: string, address: Address): Links {
  const at = (lang: PortalLanguage) => origin + writeAddress({ ...address, lang });
  return {
    canonical: at(address.lang),
    alternates: [...languages.map((lang) => ({ lang, href: at(lang) })), { lang: 'x-default', href: at('es') }],
  };
}

export const writeLink = ({ rel, href, type }: TypedLink): string =>
  `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`;

/** The same links and more as a header, for who reads no HTML. */
export const linkHeader = ({ canonical, alternates }: Links, more: readonly TypedLink[] = []): string =>
  [
    `<${canonical}>; rel="canonical"`,
    ...alternates.map(({ lang, href }) => `<${href}>; rel="alternate"; hreflang="${lang}"`),
    ...more.map(writeLink),
  ].join(', ');

/** Data inside a script element: no `<` may end it early. */
const jsonOf = (data: object) => JSON.stringify(data).replaceAll('<', String.raw`\u003c`);

interface Props {
  readonly page: Page;
  readonly lang: PortalLanguage;
  readonly title: string;
  readonly site: string;
  readonly links: Links;
  /** Of the network; null where it has the product's. */
  readonly accent: string | null;
}

/** Where the colours of a network are; others have another address. */
export const accentAddress = ({ code, brand }: Pick<Network, 'code' | 'brand'>): string | null =>
  brand.accent && `/${code}/marca.css?v=${brand.accent.light.slice(1)}`;

function Shared({ page, lang, title, site, links }: Props) {
  return (
    <>
      <meta property="og:type" content={page.kind} />
      <meta property="og:title" content={page.title ?? title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:url" content={links.canonical} />
      <meta property="og:site_name" content={site} />
      <meta property="og:locale" content={locales[lang]} />
      {page.picture && (
        <>
          <meta property="og:image" content={page.picture.address} />
          <meta property="og:image:type" content="image/jpeg" />
          <meta property="og:image:width" content={String(page.picture.width)} />
          <meta property="og:image:height" content={String(page.picture.height)} />
          <meta property="og:image:alt" content={page.picture.alt} />
        </>
      )}
      <meta name="twitter:card" content={page.picture ? 'summary_large_image' : 'summary'} />
    </>
  );
}

/** Description, canonical, languages, what is shown when shared, data for machines. */
export function PageHead(props: Props) {
  const { page, links, title, accent } = props;
  return (
    <>
      {accent !== null && <link rel="stylesheet" href={accent} />}
      <meta name="description" content={page.description} />
      {!page.indexed && <meta name="robots" content="noindex, follow" />}
      {page.status === 200 && (
        <>
          <link rel="canonical" href={links.canonical} />
          {links.alternates.map(({ lang, href }) => (
            <link key={lang} rel="alternate" hrefLang={lang} href={href} />
          ))}
          {page.feed !== undefined && <link rel="alternate" type="application/atom+xml" title={title} href={page.feed} />}
          <Shared {...props} />
        </>
      )}
      {page.data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonOf(page.data) }} />}
      <script type="module" src={assets.pages} />
    </>
  );
}
