import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { organizationPractices, RelatedPractice } from '@alianza/contracts/repository/publication/related';
import type { Call } from '@alianza/platform/calls/call';
import { resolveFields, type Reader } from '@alianza/platform/data/localized';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { queryWords } from '../search/words.js';
import { recordsNamingOrganization, recordsOfOrganization, type CountedRow } from './organization.queries.js';
import { relatedBySlug, type RelatedHit, type RelatedRow } from './related.queries.js';

function viewRelated({ title, summary, ...facts }: RelatedRow, reader: Reader): RelatedPractice {
  const { texts, languages } = resolveFields({ title, summary }, reader);
  return { ...facts, title: texts.title ?? '', summary: texts.summary ?? '', languages };
}

/** What the index is asked for to find these names: the words of one or of another, written together or apart. */
const slotOf = (names: readonly string[]): string =>
  names
    .map((name) => queryWords(name).join('&'))
    .filter((words) => words !== '')
    .join('|');

/** Which records are about the same, and which are an organisation's or name it. */
@Injectable()
export class RelatedService {
  constructor(private readonly reads: PublicReads) {}

  async list(slug: string, call: Call): Promise<{ items: RelatedPractice[] }> {
    const hits = await this.reads.rows<RelatedHit>(relatedBySlug, [call.network, slug], call.request.left);
    if (hits.length === 0) throw new PracticeNotFoundError();
    return { items: hits.filter((hit): hit is RelatedRow => hit.slug !== null).map((row) => viewRelated(row, call)) };
  }

  async ofOrganization(
    { id, name, limit }: InputOf<typeof organizationPractices>,
    call: Call,
  ): Promise<AnswerOf<typeof organizationPractices>> {
    const slot = slotOf(name);
    const asked = [call.network, limit, id];
    const [own, naming] = await Promise.all([
      this.reads.rows<CountedRow>(recordsOfOrganization, asked, call.request.left),
      slot === '' ? [] : this.reads.rows<CountedRow>(recordsNamingOrganization, [...asked, name, slot], call.request.left),
    ]);
    const newest = (rows: readonly CountedRow[]) => ({
      total: rows[0]?.total ?? 0,
      items: rows.map(({ total: _total, ...row }) => viewRelated(row, call)),
    });
    return { own: newest(own), naming: newest(naming) };
  }
}
