import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { Text } from '@alianza/texts/text';

export interface Keyword {
  readonly set: 'fiveR' | 'population' | 'sector' | 'sdg';
  /** Its id in the set. */
  readonly code: string;
  readonly name: string;
}

/** Concepts of a record in the language of the page. */
export function keywordsOf({ fiveRs, populations, sector, sdgTargets }: PublishedPractice, text: Text): Keyword[] {
  const named = (set: 'fiveR' | 'population' | 'sector') => (code: string) => ({ set, code, name: text(`taxonomy.${set}.${code}`) });
  return [
    ...fiveRs.map(named('fiveR')),
    ...populations.map(named('population')),
    ...(sector === null ? [] : [sector]).map(named('sector')),
    ...sdgTargets.map((code) => ({ set: 'sdg' as const, code, name: text('practice.sdgTarget', { code }) })),
  ];
}
