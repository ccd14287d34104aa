import type { Scheme } from '@alianza/contracts/repository/taxonomy';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { careConcepts, everydayNames, spokenVocabulary } from '../search/vocabulary/spoken-vocabulary.js';
import { Vocabulary, type Concept } from '../search/vocabulary/vocabulary.js';
import { conceptsOf, type NetworkConcept, type SaidOfConcept } from './network-concepts.js';

/** What a network's concepts are called, and by which words records are found for it. */
export class NetworkTaxonomy {
  private readonly byMark: ReadonlyMap<string, NetworkConcept>;

  constructor(
    readonly concepts: readonly NetworkConcept[],
    readonly vocabulary: Vocabulary,
  ) {
    this.byMark = new Map(concepts.map((concept) => [`${concept.scheme}=${concept.concept}`, concept]));
  }

  /** Undefined where the network has no such concept, and for what is in no scheme that a network edits. */
  label(scheme: string, concept: string, lang: PortalLanguage): string | undefined {
    return this.byMark.get(`${scheme}=${concept}`)?.labels[lang];
  }

  find(scheme: Scheme, concept: string): NetworkConcept | undefined {
    return this.byMark.get(`${scheme}=${concept}`);
  }
}

/** Old names go on finding: who learnt them asks by them. */
function searched({ scheme, concept, labels, ownLabels, ownSynonyms, synonyms }: NetworkConcept): Concept {
  const mark = `${scheme}=${concept}`;
  const called = [labels.es, labels.en, ...(ownLabels === null ? [] : [ownLabels.es, ownLabels.en])];
  return { key: mark, mark, names: [...new Set([...called, ...ownSynonyms, ...synonyms.es, ...synonyms.en, ...everydayNames(mark)])] };
}

/** The words of the product, those of the network in their place. */
function vocabularyOf(said: readonly SaidOfConcept[], concepts: readonly NetworkConcept[]): Vocabulary {
  const edited = new Set(said.map(({ scheme, concept }) => `${scheme}=${concept}`));
  const own = concepts.map(searched).filter(({ key }) => edited.has(key));
  return new Vocabulary([...careConcepts().filter(({ key }) => !edited.has(key)), ...own]);
}

const unedited = new NetworkTaxonomy(conceptsOf([]), spokenVocabulary);

/** The last one of each network: it is made anew only when something else is said. */
const made = new Map<string, { readonly print: string; readonly taxonomy: NetworkTaxonomy }>();
const mostKept = 500;

export function taxonomyFor(networkId: string, said: readonly SaidOfConcept[]): NetworkTaxonomy {
  if (said.length === 0) return unedited;
  const print = JSON.stringify(said);
  const known = made.get(networkId);
  if (known?.print === print) return known.taxonomy;
  const concepts = conceptsOf(said);
  const taxonomy = new NetworkTaxonomy(concepts, vocabularyOf(said, concepts));
  if (made.size >= mostKept) made.clear();
  made.set(networkId, { print, taxonomy });
  return taxonomy;
}
