import type { EditedConcept, Labels, OfferedConcept, Scheme, Synonyms } from '@alianza/contracts/repository/taxonomy';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { fiveRs, levels, openSchemes, populations, schemes, sectors } from '@alianza/contracts/taxonomy';
import { textIn } from '@alianza/texts/server';
import { taxonomyTerms } from '../search/vocabulary/care-terms.js';

/** What a network says of a concept, as it is published. */
export interface SaidOfConcept {
  readonly scheme: Scheme;
  readonly concept: string;
  readonly labels: Labels | null;
  readonly synonyms: Synonyms;
  readonly place: number;
  /** Days as `2026-01-31`. */
  readonly from: string | null;
  readonly until: string | null;
  readonly retired: boolean;
  readonly version: number;
}

/** A concept as a network has it. */
export interface NetworkConcept extends Omit<SaidOfConcept, 'labels'> {
  readonly labels: Labels;
  readonly ownLabels: Labels | null;
  readonly ownSynonyms: readonly string[];
}

/** Between two concepts that the product brings: a concept is put between the same two some fifty times before their room is used up. */
export const room = 2 ** 20;

const brought: Readonly<Record<Scheme, readonly string[]>> = {
  fiveR: fiveRs,
  population: populations,
  sector: sectors,
  level: levels,
  priorityArea: [],
};
const spoken = ['es', 'en'] as const satisfies readonly PortalLanguage[];
const none: Synonyms = { es: [], en: [] };

const labelled = (scheme: Scheme, concept: string): Labels =>
  Object.fromEntries(spoken.map((lang) => [lang, textIn(lang)(`taxonomy.${scheme}.${concept}`)])) as Labels;
const synonymsOf = (scheme: Scheme, concept: string): string[] => (taxonomyTerms[`${scheme}=${concept}`] ?? '').split('|').filter(Boolean);

const unsaid = { synonyms: none, from: null, until: null, retired: false, version: 0 } as const;

/** The product's own, the same for every network. */
export const ownConcepts: readonly NetworkConcept[] = schemes.flatMap((scheme) =>
  brought[scheme].map((concept, index) => {
    const labels = labelled(scheme, concept);
    const ownSynonyms = synonymsOf(scheme, concept);
    return { scheme, concept, labels, ownLabels: labels, ownSynonyms, place: (index + 1) * room, ...unsaid };
  }),
);

const keyOf = ({ scheme, concept }: Pick<SaidOfConcept, 'scheme' | 'concept'>) => `${scheme}=${concept}`;

/** The product's concepts with what the network says of them, and those it added; schemes one after another, each in its order. */
export function conceptsOf(said: readonly SaidOfConcept[]): NetworkConcept[] {
  const all = new Map(ownConcepts.map((concept) => [keyOf(concept), concept]));
  for (const one of said) {
    const own = all.get(keyOf(one));
    const labels = one.labels ?? own?.labels ?? { es: one.concept, en: one.concept };
    all.set(keyOf(one), { ...one, labels, ownLabels: own?.ownLabels ?? null, ownSynonyms: own?.ownSynonyms ?? [] });
  }
  const place = ({ scheme, place: at }: NetworkConcept) => [schemes.indexOf(scheme), at] as const;
  return [...all.values()].sort((one, other) => {
    const [a, b] = [place(one), place(other)];
    return a[0] - b[0] || a[1] - b[1] || one.concept.localeCompare(other.concept, 'en');
  });
}

/** Whether new records may be marked with it on a day. Days of this form sort as they follow. */
export const isOffered = ({ retired, from, until }: Pick<SaidOfConcept, 'retired' | 'from' | 'until'>, day: string): boolean =>
  !retired && (from === null || from <= day) && (until === null || day <= until);

/** The five Rs and the levels stay as many as they are. */
export const isOpen = (scheme: Scheme): boolean => (openSchemes as readonly string[]).includes(scheme);

/** Where a concept stands that is put before another of its scheme, or last. */
export function placeBefore(
  concepts: readonly NetworkConcept[],
  moved: { scheme: Scheme; concept: string },
  before: string | null,
): number | null {
  const others = concepts.filter(({ scheme, concept }) => scheme === moved.scheme && concept !== moved.concept);
  const index = before === null ? others.length : others.findIndex(({ concept }) => concept === before);
  if (index === -1) return null;
  const [previous, next] = [others[index - 1]?.place, others[index]?.place];
  if (next === undefined) return (previous ?? 0) + room;
  return ((previous ?? next - 2 * room) + next) / 2;
}

export function viewOffered(
  { scheme, concept, labels, from, until, retired }: NetworkConcept,
  lang: PortalLanguage,
  day: string,
): OfferedConcept {
  return { scheme, id: concept, label: labels[lang], offered: isOffered({ retired, from, until }, day), from, until };
}

export function viewEdited(one: NetworkConcept, records: ReadonlyMap<string, number>, day: string): EditedConcept {
  const { scheme, concept, labels, ownLabels, synonyms, ownSynonyms, from, until, retired, version } = one;
  return {
    scheme,
    id: concept,
    labels,
    ownLabels,
    synonyms,
    ownSynonyms: [...ownSynonyms],
    from,
    until,
    retired,
    offered: isOffered(one, day),
    records: records.get(`${scheme}=${concept}`) ?? 0,
    version,
  };
}
