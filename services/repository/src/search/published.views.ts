import type { PracticeContent, PublishedPractice } from '@alianza/contracts/repository/practices';
import type { FoundPractice } from '@alianza/contracts/repository/search';
import { languages, type Language, type Localized } from '@alianza/contracts/shapes';
import { resolveFields, type Reader } from '@alianza/platform/data/localized';
import type { PublishedRecord } from '../publication/publication.queries.js';
import { highlightsOf } from './highlights.js';
import type { Hit } from './practice-index.js';

const licence = 'CC-BY-4.0';

export function viewFound(hit: Hit, words: readonly string[], reader: Reader): FoundPractice {
  const { slug, type, countries, place, startYear, fiveRs, evidence } = hit;
  const { texts, languages: others } = resolveFields({ title: hit.title, summary: hit.summary }, reader);
  const shown = { title: texts.title ?? '', summary: texts.summary ?? '' };
  const facts = { countries, place, startYear, fiveRs, evidence };
  return { slug, type, ...shown, ...facts, highlights: highlightsOf(shown, words), languages: others };
}

type TextField = 'title' | 'summary' | 'context' | 'actions' | 'results' | 'weaknesses' | 'lessons' | 'replicability';

function textsOf(content: PracticeContent): Record<TextField, Localized | null> {
  const { title, summary, context, actions, results, weaknesses, lessons, replicability } = content;
  return { title, summary, context, actions, results, weaknesses, lessons, replicability };
}

export function viewPublished({ id, slug, content, owner, publishedAt, version }: PublishedRecord, reader: Reader): PublishedPractice {
  const fields = textsOf(content);
  const { texts, languages: others } = resolveFields(fields, reader);
  const said = { ...content, ...texts, title: texts.title ?? '', summary: texts.summary ?? '' };
  const about = { owner, licence, translations: translationsOf(Object.values(fields)), languages: others };
  return { id, slug, ...said, ...about, publishedAt: publishedAt.toISOString(), version };
}

/** Languages in which everything that is said can be read. */
function translationsOf(fields: readonly (Localized | null)[]): Language[] {
  const said = fields.filter((field) => field !== null);
  return languages.filter((lang) => said.every((field) => field[lang] !== undefined));
}
