import { renderToStaticMarkup } from 'react-dom/server';
import type { Network } from '@alianza/contracts/membership/networks';
import { serverText } from './shared/texts/server-text.js';
import { isWorkspace, readAddress, writeAddress, type Address } from './public/addresses.js';
import { HtmlDocument } from './public/document.js';
import { FramedPage } from './public/framed-page.js';
import { notFoundPage } from './public/not-found/not-found-page.js';
import { linkHeader, linksOf, PageHead } from './public/page-head.js';
import { pageAt } from './public/pages.js';
import { isMissing, type Ask, type NetworkVisit, type Page, type Visit } from './public/visit.js';
import { WorkspaceDocument } from './public/workspace-document.js';

interface Request {
  /** Path and query of the page; a whole address is taken too. */
  readonly url: string;
  /** Scheme, host and port under which readers know the platform. */
  readonly origin: string;
  readonly call: Ask;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
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
export async function render({ url, origin, call }: Request): Promise<Answer> {
  const { pathname, searchParams, search } = new URL(url, origin);
  const address = readAddress(pathname);
  const { lang } = address;
  const text = serverText(lang);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-language': lang };
  if (isWorkspace(address)) return { status: 200, headers, html: asHtml(<WorkspaceDocument text={text} />), personal: true };

  const visit: Visit = { lang, text, query: searchParams, origin, ask: (id, input) => call(id, input, lang) };
  const network = await networkOf(address, visit.ask);
  const page = await pageOf(address, visit, network);
  if (page.movedTo !== undefined) return { status: page.status, headers: { location: page.movedTo }, html: '', personal: false };
  const site = network?.name ?? text('frame.platform');
  const title = page.title === null ? site : `${page.title} · ${site}`;
  const links = linksOf(origin, address);
  const framed = network === null ? { ...address, network: null, rest: [] } : address;
  const html = asHtml(
    <HtmlDocument lang={lang} title={title} head={<PageHead page={page} lang={lang} title={title} site={site} links={links} />}>
      <FramedPage text={text} network={network} address={framed} search={search} page={page} />
    </HtmlDocument>,
  );
  return { status: page.status, headers: { ...headers, ...(page.status === 200 && { link: linkHeader(links) }) }, html, personal: false };
}
