import { openSchemes } from '@alianza/contracts/taxonomy';
import type { Input, Output } from '../../../shared/api/call.js';

export type Concept = Output<'repository.taxonomy.read'>['concepts'][number];
export type Scheme = Concept['scheme'];
export type OpenScheme = Input<'repository.taxonomy.add'>['scheme'];

/** In the order in which they are chosen; the one that changes most stands first. */
export const schemes = ['priorityArea', 'population', 'sector', 'level', 'fiveR'] as const satisfies readonly Scheme[];
export const isOpenScheme = (scheme: Scheme): scheme is OpenScheme => (openSchemes as readonly string[]).includes(scheme);

/** A concept as its form holds it; a day that is not said is empty. */
export interface ConceptValues {
  readonly labels: Concept['labels'];
  readonly synonyms: Concept['synonyms'];
  /** A word that stands in its field and was not added yet. */
  readonly typed: Readonly<Record<'es' | 'en', string>>;
  readonly from: string;
  readonly until: string;
}

export const valuesOf = ({ labels, synonyms, from, until }: Concept): ConceptValues => ({
  labels,
  synonyms,
  typed: { es: '', en: '' },
  from: from ?? '',
  until: until ?? '',
});

export const emptyValues: ConceptValues = {
  labels: { es: '', en: '' },
  synonyms: { es: [], en: [] },
  typed: { es: '', en: '' },
  from: '',
  until: '',
};

/** Words with the one that was typed, once. */
export function withWord(words: readonly string[], typed: string): string[] {
  const word = typed.trim();
  return word === '' || words.includes(word) ? [...words] : [...words, word];
}

const day = (value: string): string | null => (value === '' ? null : value);

/** As the contract wants it; a word that was typed counts, added or not. */
export const saidBy = ({ labels, synonyms, typed, from, until }: ConceptValues) => ({
  labels,
  synonyms: { es: withWord(synonyms.es, typed.es), en: withWord(synonyms.en, typed.en) },
  from: day(from),
  until: day(until),
});

/** What is missing or cannot be, by the id of its control and a text key. */
export function wrongIn({ labels, from, until }: ConceptValues): readonly (readonly [id: string, key: string])[] {
  const missing = (['es', 'en'] as const)
    .filter((lang) => labels[lang].trim() === '')
    .map((lang) => [`label-${lang}`, 'concepts.wrong.label'] as const);
  return from !== '' && until !== '' && until < from ? [...missing, ['until', 'concepts.wrong.period']] : missing;
}

export type StateKey = 'retired' | 'offered' | 'later' | 'over';

/** Why it is offered today or not. */
export function stateOf({ retired, offered, from }: Concept, today: string): StateKey {
  if (retired) return 'retired';
  if (offered) return 'offered';
  return from !== null && from > today ? 'later' : 'over';
}
