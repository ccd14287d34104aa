import { Injectable } from '@nestjs/common';
import type { RelatedPractice } from '@alianza/contracts/repository/related';
import type { Call } from '@alianza/platform/calls/call';
import { resolveFields, type Reader } from '@alianza/platform/data/localized';
import { PublicReads } from '@alianza/platform/data/public-reads';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { relatedBySlug, type RelatedHit, type RelatedRow } from './related.queries.js';

function viewRelated({ title, summary, ...facts }: RelatedRow, reader: Reader): RelatedPractice {
  const { texts, languages } = resolveFields({ title, summary }, reader);
  return { ...facts, title: texts.title ?? '', summary: texts.summary ?? '', languages };
}

/** Which records are about the same. */
@Injectable()
export class RelatedService {
  constructor(private readonly reads: PublicReads) {}

  async list(slug: string, call: Call): Promise<{ items: RelatedPractice[] }> {
    const hits = await this.reads.rows<RelatedHit>(relatedBySlug, [call.network, slug], call.request.left);
    if (hits.length === 0) throw new PracticeNotFoundError();
    return { items: hits.filter((hit): hit is RelatedRow => hit.slug !== null).map((row) => viewRelated(row, call)) };
  }
}
