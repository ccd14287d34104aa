import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { getNetwork } from '@alianza/contracts/membership/networks';
import { datePractices } from '@alianza/contracts/repository/harvest';
import { searchPractices } from '@alianza/contracts/repository/search';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { textIn } from '@alianza/texts/server';
import type { GatewayConfig } from '../config.js';
import { PublicReading, type Ask } from '../harvest/public-reading.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { atom, lastOf, type FeedEntry } from './atom.js';
import { sendUnlessKnown, type Kept } from '../http/conditional.js';

/** A search takes these; a feed is always whole, in the language of its address, the last change first. */
const notAsked = ['cursor', 'limit', 'sort', 'lang'];
const asked = Object.keys(searchPractices.input.shape).filter((name) => !notAsked.includes(name));
const mostEntries = 100;

/** `/{network}/practicas.atom`, with the parameters of the results page; what it does not know is left out, as there. */
@Controller()
@UseGuards(CountedAsRead)
export class AtomController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly reading: PublicReading,
  ) {}

  @Get(':network/practicas.atom')
  spanish(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    return this.send(request, reply, 'es');
  }

  @Get(':network/en/practicas.atom')
  english(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    return this.send(request, reply, 'en');
  }

  private async send(request: EdgeRequest, reply: EdgeReply, lang: PortalLanguage): Promise<void> {
    const kept = await this.reading.keep(`feed ${request.url}`, () => this.written(request, lang));
    sendUnlessKnown(request, reply, kept);
  }

  private async written({ params, query }: EdgeRequest, lang: PortalLanguage): Promise<Kept> {
    const { network: code = '' } = params;
    const ask = await this.reading.in(code, lang);
    const search = Object.fromEntries(asked.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
    const [{ name }, entries] = await Promise.all([ask(getNetwork, {}), entriesFor(ask, search)]);
    const text = textIn(lang);
    const network = `${this.config.ORIGIN}/${code}`;
    const q = typeof search.q === 'string' ? search.q : '';
    const title = q === '' ? text('openData.feed.title', { network: name }) : text('openData.feed.titleFor', { network: name, q });
    const feed = { home: lang === 'es' ? network : `${network}/en`, network, name, title, search: addressed(search), entries };
    return { type: 'application/atom+xml; charset=utf-8', body: atom(feed, text), changedAt: lastOf(entries) };
  }
}

function addressed(search: Readonly<Record<string, string | string[]>>): string {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(search)) for (const value of [values].flat()) params.append(name, value);
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}

async function entriesFor(ask: Ask, search: object): Promise<FeedEntry[]> {
  const { items: found } = await ask(searchPractices, { ...search, sort: 'changed', limit: mostEntries });
  if (found.length === 0) return [];
  const { items: dates } = await ask(datePractices, { slug: found.map(({ slug }) => slug) });
  const known = new Map(dates.map((item) => [item.slug, item]));
  return found
    .flatMap((one) => {
      const dated = known.get(one.slug);
      return dated === undefined ? [] : [{ ...one, ...dated }];
    })
    .sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1));
}
