import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { Text } from '@alianza/texts/text';
import { sdgTargetName } from '../../shared/format/names.js';

export interface Keyword {
  readonly set: 'fiveR' | 'population' | 'sector' | 'priorityArea' | 'sdg';
  /** Its id in the set. */
  readonly code: string;
  readonly name: string;
}

/** Concepts of a record in the language of the page. */
export function keywordsOf({ fiveRs, populations, sector, priorityAreas = [], sdgTargets }: PublishedPractice, text: Text): Keyword[] {
  const named = (set: Exclude<Keyword['set'], 'sdg'>) => (code: string) => ({ set, code, name: text(`taxonomy.${set}.${code}`) });
  return [
    ...fiveRs.map(named('fiveR')),
    ...populations.map(named('population')),
    ...(sector === null ? [] : [sector]).map(named('sector')),
    ...priorityAreas.map(named('priorityArea')),
    ...sdgTargets.map((code) => ({ set: 'sdg' as const, code, name: sdgTargetName(text, code) })),
  ];
}
