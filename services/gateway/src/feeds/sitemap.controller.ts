import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { listOrganizations } from '@alianza/contracts/membership/organizations';
import type { OutputOf } from '@alianza/contracts/operation';
import { listAddresses, summarizeRecords } from '@alianza/contracts/repository/harvest';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { GatewayConfig } from '../config.js';
import { PublicReading } from '../harvest/public-reading.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { sendUnlessKnown } from '../http/conditional.js';
import { sitemap, sitemapIndex, type Mapped } from './sitemap.js';

/** Pages of every network that are no records, and whether they change with them. */
const pages = [
  { path: '', withRecords: true },
  { path: '/practicas', withRecords: true },
  { path: '/organizaciones', withRecords: false },
  { path: '/replicas', withRecords: false },
  { path: '/datos-abiertos', withRecords: true },
  { path: '/ayuda', withRecords: false },
  { path: '/contacto', withRecords: false },
  { path: '/aviso-legal', withRecords: false },
  { path: '/privacidad', withRecords: false },
  { path: '/accesibilidad', withRecords: false },
  { path: '/condiciones', withRecords: false },
];

/** Pages of organisations stand in the same part: it holds so many addresses at most (sitemaps.org). */
const mostAddresses = 25_000;

/** `/sitemap.xml` names the parts of all networks; each part stands below its network, whose addresses alone it holds. */
@Controller()
@UseGuards(CountedAsRead)
export class SitemapController {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly reading: PublicReading,
  ) {}

  @Get('sitemap.xml')
  async index(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const body = await this.reading.keep('sitemap', async () => {
      const networks = await this.reading.all();
      return sitemapIndex((await Promise.all(networks.map(({ code }) => this.partsOf(code)))).flat());
    });
    sendUnlessKnown(request, reply, { type: 'application/xml; charset=utf-8', body, changedAt: null });
  }

  @Get(':network/sitemap.xml')
  async part(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const body = await this.reading.keep(`sitemap ${request.url}`, () => this.written(request));
    sendUnlessKnown(request, reply, { type: 'application/xml; charset=utf-8', body, changedAt: null });
  }

  private async partsOf(code: string): Promise<Mapped[]> {
    const ask = await this.reading.in(code);
    const { parts, changedAt } = await ask(summarizeRecords, {});
    const address = `${this.config.ORIGIN}/${code}/sitemap.xml`;
    const ranges = parts.map(({ from, changedAt: last }, place) => {
      const before = parts[place + 1]?.from;
      return { address: `${address}?from=${from}${before === undefined ? '' : `&before=${before}`}`, changedAt: last };
    });
    return [{ address, changedAt }, ...ranges];
  }

  private async written({ params, query }: EdgeRequest): Promise<string> {
    const { network = '' } = params;
    const ask = await this.reading.in(network);
    const home = `${this.config.ORIGIN}/${network}`;
    if (query.from === undefined) {
      const [{ changedAt }, organizations] = await Promise.all([ask(summarizeRecords, {}), this.organizations(network)]);
      const fixed = pages.map(({ path, withRecords }) => ({ path, changedAt: withRecords ? changedAt : null }));
      return sitemap(home, [...fixed, ...organizations.map((slug) => ({ path: `/organizaciones/${slug}` }))]);
    }
    const { items } = await ask(
      listAddresses,
      query.before === undefined ? { from: query.from } : { from: query.from, before: query.before },
    );
    return sitemap(
      home,
      items.map(({ slug, changedAt }) => ({ path: `/practicas/${slug}`, changedAt })),
    );
  }

  /** Slugs of the directory. */
  private async organizations(network: string): Promise<string[]> {
    const ask = await this.reading.in(network);
    const slugs: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null && slugs.length < mostAddresses;) {
      const page: OutputOf<typeof listOrganizations> = await ask(listOrganizations, {
        limit: 100,
        ...(cursor !== undefined && { cursor }),
      });
      slugs.push(...page.items.map(({ slug }) => slug));
      cursor = page.nextCursor;
    }
    return slugs;
  }
}
