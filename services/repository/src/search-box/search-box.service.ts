import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { noSearchFilter } from '@alianza/contracts/repository/search';
import type { FoundGroup, FoundKind } from '@alianza/contracts/search/found';
import type { findInRepository } from '@alianza/contracts/search/search-box';
import type { Call } from '@alianza/platform/calls/call';
import { resolve } from '@alianza/platform/data/localized';
import { reviewsHere } from '../practices/practices.policy.js';
import { SearchService } from '../search/search.service.js';
import { fold, queryWords } from '../search/words.js';
import { readOwnTitles, readTitlesInReview, type UnpublishedTitle } from './search-box.queries.js';

type Wanted = InputOf<typeof findInRepository>;

const longestExcerpt = 140;
const shortened = (text: string): string => (text.length <= longestExcerpt ? text : `${text.slice(0, longestExcerpt - 1).trimEnd()}…`);

/** The repository's part of the search box. */
@Injectable()
export class SearchBoxService {
  constructor(
    private readonly em: EntityManager,
    private readonly search: SearchService,
  ) {}

  async find(wanted: Wanted, call: Call): Promise<AnswerOf<typeof findInRepository>> {
    const found = [await this.published(wanted, call), await this.own(wanted, call), await this.inReview(wanted, call)];
    return { groups: found.filter((group) => group !== null).filter(({ total }) => total > 0) };
  }

  /** With typos and synonyms, as the public search finds them. Words that mean nothing would find everything. */
  private async published({ q, limit }: Wanted, call: Call): Promise<FoundGroup | null> {
    if (queryWords(q).length === 0) return null;
    const { items, total } = await this.search.search({ ...noSearchFilter, q, limit, sort: 'relevance' }, call);
    return {
      kind: 'practice',
      total,
      items: items.map(({ slug, title, summary, languages }) => ({
        ...{ id: slug, title, lang: languages.title ?? null, excerpt: summary === '' ? null : shortened(summary) },
        place: `practicas/${slug}`,
      })),
    };
  }

  /** For whoever writes for the organisation acted for. */
  private async own(wanted: Wanted, call: Call): Promise<FoundGroup | null> {
    const { actingFor, permissions } = call.principal;
    if (actingFor === null || !permissions.includes('practices:write')) return null;
    const titles = await readOwnTitles(this.em, call.network, actingFor);
    return groupOf('own-practice', matching(titles, wanted.q), wanted, ({ id, title }) => ({
      ...{ id, title, lang: null, excerpt: null },
      place: `miembro/practicas/${id}`,
    }));
  }

  /** For whoever reviews whatever is handed in; who was invited to one finds it in their queue. */
  private async inReview(wanted: Wanted, call: Call): Promise<FoundGroup | null> {
    if (!reviewsHere(call.principal)) return null;
    const titles = await readTitlesInReview(this.em, call.network);
    return groupOf('in-review', matching(titles, wanted.q), wanted, ({ id, title, organization }) => ({
      ...{ id, title, lang: null, excerpt: organization && resolve(organization, call).text },
      place: `secretaria/practicas?abierta=${id}`,
    }));
  }
}

/** Whose title holds every word, whatever its accents. */
function matching(titles: readonly UnpublishedTitle[], q: string): UnpublishedTitle[] {
  const words = fold(q)
    .split(/\s+/)
    .filter((word) => word !== '');
  return titles.filter(({ title }) => words.every((word) => fold(title).includes(word)));
}

const groupOf = (
  kind: FoundKind,
  found: readonly UnpublishedTitle[],
  { limit }: Wanted,
  hit: (one: UnpublishedTitle) => FoundGroup['items'][number],
): FoundGroup => ({ kind, total: found.length, items: found.slice(0, limit).map(hit) });
