import type { listDirectory } from '@alianza/contracts/membership/directory/members';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { shownPlace } from '../organization.entity.js';
import type { AlikeMembers } from './members.queries.js';

const facets = ['sector', 'region', 'country'] as const;
type Facet = (typeof facets)[number];
type Counts = AnswerOf<typeof listDirectory>['counts'];

/** What each facet says of a member; a place only where it shows it. */
const valuesOf = (group: AlikeMembers): Record<Facet, string | null> => ({ sector: group.sector, ...shownPlace(group) });

/** Of each value how many, the most first: every facet under all filters but its own. */
export function countsOf(groups: readonly AlikeMembers[], asked: Pick<InputOf<typeof listDirectory>, Facet>): Counts {
  const known = groups.map((group) => ({ values: valuesOf(group), count: group.count }));
  const counted = (facet: Facet): Counts[Facet] => {
    const others = facets.filter((other) => other !== facet && asked[other].length > 0);
    const sums = new Map<string, number>();
    for (const { values, count } of known) {
      const value = values[facet];
      const fits = others.every((other) => (asked[other] as readonly (string | null)[]).includes(values[other]));
      if (value !== null && fits) sums.set(value, (sums.get(value) ?? 0) + count);
    }
    return [...sums].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return { sector: counted('sector'), region: counted('region'), country: counted('country') };
}
