import { renderToStaticMarkup } from 'react-dom/server';
import type { Network } from '@alianza/contracts/membership/networks';
import type { OfferedConcept } from '@alianza/contracts/repository/taxonomy';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { networkText } from '@alianza/texts/network-text';
import { serverText } from './shared/texts/server-text.js';
import { isWorkspace, readAddress, writeAddress, type Address } from './public/addresses.js';
import { HtmlDocument } from './public/document.js';
import { FramedPage } from './public/framed-page.js';
import { notFoundPage } from './public/not-found/not-found-page.js';
import { recordTypes } from './public/machines/record-types.js';
import { accentAddress, linkHeader, linksOf, PageHead, writeLink } from './public/page-head.js';
import { pageAt } from './public/pages.js';
import { isMissing, type Ask, type Document, type NetworkVisit, type Page, type Posted, type Visit } from './public/visit.js';
import { WorkspaceDocument } from './public/workspace-document.js';

interface Request {
  /** Path and query of the page; a whole address is taken too. */
  readonly url: string;
  /** Scheme, host and port under which readers know the platform. */
  readonly origin: string;
  readonly call: Ask;
  /** Instead of HTML, one of those that `typesAt` offers. */
  readonly type?: string | null;
  /** The form of the page, sent and refused. */
  readonly posted?: Posted | null;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Never kept: its `NONCE` is replaced for each answer. */
  readonly personal: boolean;
}

const asHtml = (document: React.ReactElement) => `<!doctype html>${renderToStaticMarkup(document)}`;

/** Null where there is no such network; an address outside networks has none either. */
async function networkOf({ network }: Address, ask: Visit['ask']): Promise<Network | null> {
  if (network === null) return null;
  try {
    return await ask('membership.networks.get', {});
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** First parts of addresses behind which concepts are named. */
const naming: readonly (string | undefined)[] = [undefined, 'practicas', 'replicas', 'organizaciones'];

/** What the network calls its concepts; none where nobody can say: then they are called as the product does. */
async function conceptsOf({ network, rest }: Address, ask: Visit['ask']): Promise<readonly OfferedConcept[]> {
  if (network === null || !naming.includes(rest[0])) return [];
  return ask('repository.taxonomy.get', {}).then(
    ({ concepts }) => concepts,
    () => [],
  );
}

async function pageOf(address: Address, visit: Visit, network: Network | null): Promise<Page> {
  if (address.network !== null && network === null) return notFoundPage(visit, null);
  const inNetwork: NetworkVisit | null = network && {
    ...visit,
    network,
    addressOf: (page = '') => writeAddress({ ...address, rest: page === '' ? [] : page.split('/') }),
  };
  return pageAt(address.rest, visit, inNetwork);
}

/** The whole HTML of a page for its address, and how it is to be answered. The caller lends its way of reaching the services. */
export async function render({ url, origin, call, type = null, posted = null }: Request): Promise<Answer> {
  const { pathname, searchParams, search } = new URL(url, origin);
  const address = readAddress(pathname);
  const { lang } = address;
  const bare = serverText(lang);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-language': lang };
  if (isWorkspace(address)) return { status: 200, headers, body: asHtml(<WorkspaceDocument text={bare} />), personal: true };

  const ask: Visit['ask'] = (id, input) => call(id, input, lang);
  const [network, concepts] = await Promise.all([networkOf(address, ask), conceptsOf(address, ask)]);
  const text = networkText(bare, concepts);
  const visit: Visit = { lang, text, query: searchParams, origin, type, posted, ask };
  const page = await pageOf(address, visit, network);
  if (page.movedTo !== undefined) return { status: page.status, headers: { location: page.movedTo }, body: '', personal: false };
  if (page.document !== undefined) return documentAnswer(page.document, page, lang);
  const site = network?.name ?? text('frame.platform');
  const title = page.title === null ? site : `${page.title} · ${site}`;
  const links = linksOf(origin, address);
  const accent = network && accentAddress(network);
  const framed = network === null ? { ...address, network: null, rest: [] } : address;
  const body = asHtml(
    <HtmlDocument
      lang={lang}
      title={title}
      head={<PageHead page={page} lang={lang} title={title} site={site} links={links} accent={accent} />}
    >
      <FramedPage text={text} network={network} address={framed} search={search} page={page} />
    </HtmlDocument>,
  );
  const link = linkHeader(links, page.typedLinks);
  return { status: page.status, headers: { ...headers, ...(page.status === 200 && { link }) }, body, personal: false };
}

function documentAnswer({ type, body, name }: Document, { typedLinks = [] }: Page, lang: PortalLanguage): Answer {
  const headers = {
    'content-type': type,
    'content-language': lang,
    ...(name !== undefined && { 'content-disposition': `attachment; filename="${name}"` }),
    ...(typedLinks.length > 0 && { link: typedLinks.map(writeLink).join(', ') }),
  };
  return { status: 200, headers, body, personal: false };
}

/** Media types in which the page at an address can be had besides HTML. */
export function typesAt(url: string): readonly string[] {
  const { pathname } = new URL(url, 'http://localhost');
  const [section, slug, ...more] = readAddress(pathname).rest;
  return section === 'practicas' && slug !== undefined && more.length === 0 ? recordTypes : [];
}
