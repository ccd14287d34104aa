import { Injectable } from '@nestjs/common';
import type { ListedOrganization, listOrganizations } from '@alianza/contracts/membership/organizations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, toPage } from '@alianza/platform/data/cursors';
import { PublicReads } from '@alianza/platform/data/public-reads';
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

  async list({ q, kind, sector, country, cursor, limit }: InputOf<typeof listOrganizations>, call: Call): Promise<Listing> {
    const filters = [call.network, plain(q), kind ?? null, sector, country];
    const [lastName, lastSlug] = fromCursor(cursor, 2) ?? [null, null];
    const [found, counts] = await Promise.all([
      this.reads.rows<Row>(directoryPage, [...filters, call.lang, lastName, lastSlug, limit + 1], call.request.left),
      this.reads.rows<Count>(directoryFacets, filters, call.request.left),
    ]);
    const { rows, nextCursor } = toPage(found, limit, (row) => [row.texts.name, row.slug]);
    const total = counts.find(({ facet }) => facet === 'total')?.count ?? 0;
    return { items: rows.map(({ texts, ...row }) => ({ ...row, ...texts })), nextCursor, total, facets: facetsOf(counts, call.lang) };
  }
}

const labels: Record<Facet, (value: string, lang: PortalLanguage) => string> = {
  kind: (value, lang) => textIn(lang)(`taxonomy.organizationKind.${value}`),
  sector: (value, lang) => textIn(lang)(`taxonomy.sector.${value}`),
  country: (value, lang) => countryNames[lang].of(value) ?? value,
};

const countryNames: Record<PortalLanguage, Intl.DisplayNames> = {
  es: new Intl.DisplayNames('es', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** The most frequent first, then by name. */
function facetsOf(counts: readonly Count[], lang: PortalLanguage): Listing['facets'] {
  const valuesOf = (facet: Facet) =>
    counts
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value, label: labels[facet](value, lang), count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, lang));
  return { kind: valuesOf('kind'), sector: valuesOf('sector'), country: valuesOf('country') };
}
