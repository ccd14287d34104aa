import { citationStyles } from '../citations/styles.js';

export const linkedData = 'application/ld+json';

/** Media types in which a record can be had besides HTML. */
export const recordTypes: readonly string[] = [linkedData, ...citationStyles.flatMap(({ types }) => types)];
