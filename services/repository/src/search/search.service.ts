import { Injectable } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { searchPractices, SearchResult } from '@alianza/contracts/repository/search';
import type { Call } from '@alianza/platform/calls/call';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { publishedById, publishedBySlug, type PublishedRecord } from '../publication/publication.queries.js';
import { refuseWithdrawn } from '../withdrawals/withdrawals.queries.js';
import { Taxonomies } from '../taxonomy/taxonomies.js';
import { facetsIn } from './facets.js';
import { Marker } from './highlights/highlights.js';
import { PracticeIndex } from './practice-index.js';
import { viewFound, viewPublished } from './published.views.js';
import { endsWithinWord, queryWords } from './words.js';

/** What the public reads of a network's practices. */
@Injectable()
export class SearchService {
  constructor(
    private readonly index: PracticeIndex,
    private readonly reads: PublicReads,
    private readonly taxonomies: Taxonomies,
  ) {}

  async search({ q, ...asked }: InputOf<typeof searchPractices>, call: Call): Promise<SearchResult> {
    const { network, lang } = call;
    const found = await this.index.search(network, { ...asked, words: queryWords(q), unfinished: endsWithinWord(q), lang });
    const { rows, nextCursor, total, totalIsLowerBound, counts, words, corrected, meant, partial, engine, degraded } = found;
    const marker = Marker.of(words);
    const items = rows.map((hit) => viewFound(hit, marker, call));
    const facets = facetsIn(counts, asked, { taxonomy: await this.taxonomies.of(network), lang });
    return { items, nextCursor, total, totalIsLowerBound, facets, corrected, meant: [...meant], partial, engine, degraded };
  }

  async get(slug: string, call: Call): Promise<PublishedPractice> {
    const [row] = await this.reads.rows<PublishedRecord>(publishedBySlug, [call.network, slug], call.request.left);
    return row ? viewPublished(row, call) : refuseWithdrawn(this.reads, slug, call);
  }

  async locate(id: string, { network, request }: Call): Promise<{ slug: string }> {
    const [row] = await this.reads.rows<{ slug: string }>(publishedById, [network, id], request.left);
    if (!row) throw new PracticeNotFoundError();
    return row;
  }
}
