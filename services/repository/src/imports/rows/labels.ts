import { licenceName, recordLicences } from '@alianza/contracts/repository/publication/licences';
import type { Scheme } from '@alianza/contracts/repository/taxonomy';
import { evidenceLevels, practiceTypes } from '@alianza/contracts/taxonomy';
import { finder, type Find } from '@alianza/platform/sheets/words';
import { textIn } from '@alianza/texts/server';
import { taxonomyTerms } from '../../search/vocabulary/care-terms.js';
import { isOffered, type NetworkConcept } from '../../taxonomy/network-concepts.js';

const spoken = ['es', 'en'] as const;
const labelsOf = (scheme: string, id: string): string[] => spoken.map((lang) => textIn(lang)(`taxonomy.${scheme}.${id}`));
const termsOf = (scheme: string, id: string): string[] => (taxonomyTerms[`${scheme}=${id}`] ?? '').split('|');

/** Identifiers first, then labels, then what else they are called: a label is never taken for a synonym of something else. */
function closed(ids: readonly string[], scheme: string, synonyms: string): Find {
  const names = [(id: string) => [id], (id: string) => labelsOf(scheme, id), (id: string) => termsOf(synonyms, id)];
  return finder(names.flatMap((of) => ids.flatMap((id) => of(id).map((name): [string, string] => [name, id]))));
}

export const findType = closed(practiceTypes, 'practiceType', 'type');
export const findEvidence = closed(evidenceLevels, 'evidence', 'evidence');

/** By its code, or as people write it. */
export const findLicence = finder(
  recordLicences.flatMap((code): [string, string][] => [
    [code, code],
    [licenceName(code), code],
  ]),
);

/** Concepts that the network offers on a day, by what it and the product call them in either language. */
export function findConcept(concepts: readonly NetworkConcept[], scheme: Scheme, day: string): Find {
  const offered = concepts.filter((concept) => concept.scheme === scheme && isOffered(concept, day));
  const names = [
    ({ concept }: NetworkConcept) => [concept],
    ({ labels, ownLabels }: NetworkConcept) => [labels.es, labels.en, ownLabels?.es ?? '', ownLabels?.en ?? ''],
    ({ synonyms, ownSynonyms }: NetworkConcept) => [...synonyms.es, ...synonyms.en, ...ownSynonyms],
  ];
  return finder(names.flatMap((of) => offered.flatMap((one) => of(one).map((name): [string, string] => [name, one.concept]))));
}
