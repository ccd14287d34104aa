import { Injectable } from '@nestjs/common';
import type { ListedOrganization, listOrganizations } from '@alianza/contracts/membership/organizations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { countriesOfRegion, regionOf, regionOfCountry } from '@alianza/contracts/membership/directory/regions';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { textIn } from '@alianza/texts/server';
import { directoryFacets, directoryPage } from './directory.queries.js';
import { plain } from './names.js';

type Listing = AnswerOf<typeof listOrganizations>;
type Facet = keyof Listing['facets'];
type Row = Omit<ListedOrganization, 'name' | 'role'> & { texts: Pick<ListedOrganization, 'name' | 'role'> };

interface Count {
  facet: Facet | 'total';
  value: string;
  count: number;
}

/** The public list of a network's members and of the other actors on its map. */
@Injectable()
export class DirectoryService {
  constructor(private readonly reads: PublicReads) {}

  async list({ q, kind, sector, region, country, cursor, limit }: InputOf<typeof listOrganizations>, call: Call): Promise<Listing> {
    const regionCountries = region.flatMap((one) => [...countriesOfRegion(one)]);
    const filters = [call.network, plain(q), kind ?? null, sector, country, region, regionCountries];
    const [lastName, lastSlug] = fromCursor(cursor, 2) ?? [null, null];
    const [found, counts] = await Promise.all([
      this.reads.rows<Row>(directoryPage, [...filters, call.lang, lastName, lastSlug, limit + 1], call.request.left),
      this.reads.rows<Count>(directoryFacets, filters, call.request.left),
    ]);
    const { rows, nextCursor } = toPage(found, limit, (row) => [row.texts.name, row.slug]);
    const total = counts.find(({ facet }) => facet === 'total')?.count ?? 0;
    return {
      items: rows.map(({ texts, ...row }) => ({ ...row, ...texts, region: regionOf(row) })),
      nextCursor,
      total,
      facets: facetsOf(counts, call.lang),
    };
  }
}

const labels: Record<Facet, (value: string, lang: PortalLanguage) => string> = {
  kind: (value, lang) => textIn(lang)(`taxonomy.organizationKind.${value}`),
  sector: (value, lang) => textIn(lang)(`taxonomy.sector.${value}`),
  region: (value, lang) => textIn(lang)(`taxonomy.region.${value}`),
  country: (value, lang) => countryNames[lang].of(value) ?? value,
};

const countryNames: Record<PortalLanguage, Intl.DisplayNames> = {
  es: new Intl.DisplayNames('es', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** Entries that tell their country alone count where it lies. */
function regionCounts(found: readonly Count[]): Count[] {
  const sums = new Map<string, number>();
  for (const { facet, value, count } of found) {
    const region = facet === 'region' ? (regionOfCountry(value) ?? (value.length > 2 ? value : null)) : null;
    if (region !== null) sums.set(region, (sums.get(region) ?? 0) + count);
  }
  return [...sums].map(([value, count]) => ({ facet: 'region', value, count }));
}

/** The most frequent first, then by name. */
function facetsOf(found: readonly Count[], lang: PortalLanguage): Listing['facets'] {
  const counts = found.flatMap((row) => (row.facet === 'region' ? [] : [row])).concat(regionCounts(found));
  const valuesOf = (facet: Facet) =>
    counts
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value, label: labels[facet](value, lang), count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, lang));
  return { kind: valuesOf('kind'), sector: valuesOf('sector'), region: valuesOf('region'), country: valuesOf('country') };
}
