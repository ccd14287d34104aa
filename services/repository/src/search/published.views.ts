import type { PracticeContent, PublishedPractice } from '@alianza/contracts/repository/practices';
import { usualLicence } from '@alianza/contracts/repository/publication/licences';
import type { FoundPractice } from '@alianza/contracts/repository/search';
import { languages, type Language, type Localized } from '@alianza/contracts/shapes';
import { resolveFields, type Reader } from '@alianza/platform/data/localized';
import type { PublishedRecord } from '../publication/publication.queries.js';
import { highlightsOf, type Marker, type Shown } from './highlights/highlights.js';
import type { Hit } from './practice-index.js';
import { filesIn } from './published-files.views.js';

export function viewFound(hit: Hit, marker: Marker, reader: Reader): FoundPractice {
  const { slug, type, countries, place, startYear, fiveRs, evidence, replications, rest } = hit;
  const { texts, languages: others } = resolveFields({ title: hit.title, summary: hit.summary }, reader);
  const shown = { title: texts.title ?? '', summary: texts.summary ?? '' };
  const facts = { countries, place, startYear, fiveRs, evidence, replications };
  const beside = rest ? besideHead(rest, reader) : { texts: {}, languages: {} };
  const highlights = highlightsOf(shown, beside.texts, marker);
  const read = Object.entries(beside.languages).filter(([name]) => highlights.some(({ field }) => field === name));
  return { slug, type, ...shown, ...facts, highlights, languages: { ...others, ...Object.fromEntries(read) } };
}

/** What is written beside title and summary, as the reader reads it. */
function besideHead(content: PracticeContent, reader: Reader): { texts: Shown; languages: Record<string, Language> } {
  const { context, actions, results, weaknesses, lessons, replicability, place, organizations } = content;
  const { texts, languages: others } = resolveFields({ context, actions, results, weaknesses, lessons, replicability }, reader);
  return { texts: { ...texts, place, organizations: organizations.join(' · ') }, languages: others };
}

type TextField = 'title' | 'summary' | 'context' | 'actions' | 'results' | 'weaknesses' | 'lessons' | 'replicability';

function textsOf(content: PracticeContent): Record<TextField, Localized | null> {
  const { title, summary, context, actions, results, weaknesses, lessons, replicability } = content;
  return { title, summary, context, actions, results, weaknesses, lessons, replicability };
}

export function viewPublished(record: PublishedRecord, reader: Reader): PublishedPractice {
  const { id, slug, content, owner, terms, onBehalf, ownerAway, publishedAt, verifiedAt, confirmedAt, version } = record;
  const fields = textsOf(content);
  const { texts, languages: others } = resolveFields(fields, reader);
  const said = { ...content, ...filesIn(content, reader), ...texts, title: texts.title ?? '', summary: texts.summary ?? '' };
  const { licence = usualLicence } = content;
  const about = { owner, onBehalf, ownerAway, licence, terms, translations: translationsOf(Object.values(fields)), languages: others };
  const held = { verifiedAt: verifiedAt?.toISOString() ?? null, confirmedAt: confirmedAt?.toISOString() ?? null };
  return { id, slug, ...said, ...about, publishedAt: publishedAt.toISOString(), ...held, version };
}

/** Languages in which everything that is said can be read. */
function translationsOf(fields: readonly (Localized | null)[]): Language[] {
  const said = fields.filter((field) => field !== null);
  return languages.filter((lang) => said.every((field) => field[lang] !== undefined));
}
