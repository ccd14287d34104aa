import type { Labels, Scheme } from '@alianza/contracts/repository/taxonomy';
import { freeSlug, slugOf } from '../publication/slugs.js';
import { fold } from '../search/words.js';
import type { Said } from './concept.entity.js';
import type { NetworkConcept } from './network-concepts.js';
import { ConceptExistsError, InvalidPeriodError } from './taxonomy.errors.js';

interface Called {
  readonly scheme: Scheme;
  /** Null of one that does not exist yet. */
  readonly concept: string | null;
  readonly labels: Labels;
}

const same = (one: string, other: string): boolean => fold(one) === fold(other);

/** Two concepts of a scheme that are called the same could not be told apart in a list. */
export function refuseClash(concepts: readonly NetworkConcept[], { scheme, concept, labels }: Called): void {
  const others = concepts.filter((other) => other.scheme === scheme && other.concept !== concept && !other.retired);
  for (const lang of ['es', 'en'] as const)
    if (others.some((other) => same(other.labels[lang], labels[lang]))) throw new ConceptExistsError(labels[lang]);
}

export function refusePeriod({ from, until }: Pick<Said, 'from' | 'until'>): void {
  if (from !== null && until !== null && until < from) throw new InvalidPeriodError();
}

/** Leaves room for a number within the longest identifier. */
const longest = 56;

/** From what it is called in English, free in every scheme: one word is one thing wherever it stands. */
export function freeConceptId(label: string, concepts: readonly NetworkConcept[]): string {
  const words = slugOf(label).slice(0, longest).split('-');
  const slug = words.filter((word) => word !== '').join('-');
  return freeSlug(slug.length > 1 ? slug : `${slug}-1`, new Set(concepts.map(({ concept }) => concept)));
}

const unique = (words: readonly string[]): string[] => [...new Map(words.map((word) => [fold(word), word])).values()];

/** Without what says nothing new: labels as the product has them, synonyms twice. */
export function sayable({ ownLabels }: NetworkConcept, said: Said): Said {
  const { labels, synonyms } = said;
  const isOwn = ownLabels !== null && labels?.es === ownLabels.es && labels.en === ownLabels.en;
  return { ...said, labels: isOwn ? null : labels, synonyms: { es: unique(synonyms.es), en: unique(synonyms.en) } };
}
