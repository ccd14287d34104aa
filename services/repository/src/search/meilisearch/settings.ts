import type { Settings } from 'meilisearch';
import { facetNames } from '../practice-index.js';
import { spokenVocabulary } from '../vocabulary/spoken-vocabulary.js';
import { synonymsOf } from './index-words.js';

/** So many are counted and can be paged through; one more tells that there are more. */
export const mostCounted = 1000;

/** What an index must know before the first record. */
export function settingsOf(): Settings {
  const synonyms = synonymsOf(spokenVocabulary);
  return {
    searchableAttributes: ['head', 'lead', 'body', 'marks'],
    displayedAttributes: ['id', 'head', 'lead', 'body'],
    filterableAttributes: ['network', ...facetNames],
    sortableAttributes: ['firstPublishedAt', 'publishedAt', 'sortingEs', 'sortingEn', 'id'],
    // An order that was asked for is the order; without one the rule says nothing.
    rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'publishedAt:desc'],
    synonyms,
    typoTolerance: { minWordSizeForTypos: { oneTypo: 5, twoTypos: 8 }, disableOnWords: Object.keys(synonyms) },
    faceting: { maxValuesPerFacet: 400 },
    pagination: { maxTotalHits: mostCounted + 1 },
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['spa', 'eng', 'por', 'fra'] }],
  };
}
