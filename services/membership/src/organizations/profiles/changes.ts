import type { Change } from '../history/organization-fact.entity.js';
import type { Description, Organization } from '../organization.entity.js';

const plainFields = ['sector', 'country', 'region', 'website'] as const;
const richFields = ['languages', 'work', 'links'] as const;

type Before = Pick<Organization, (typeof plainFields)[number] | (typeof richFields)[number] | 'listed' | 'shown'>;

/** By value, whatever the order of names; an empty list and none are one. */
function written(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const named = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${written(one)}`);
  return `{${named.sort().join(',')}}`;
}

/** What an organisation says otherwise than before: codes with what they were and are, of longer things only that they changed. */
export function changesBetween(before: Before, after: Description): Change[] {
  const plain = plainFields
    .map((field): Change => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);
  const rich = richFields
    .filter((field) => written(before[field]) !== written(after[field]))
    .map((field): Change => ({ field, before: null, after: null }));
  // Who never said what it shows is not silent: what it was entered with is read in public until it says otherwise.
  const shows: Change[] = written(before.shown()) === written(after.shows) ? [] : [{ field: 'shows', before: null, after: null }];
  if (before.listed === after.listed) return [...plain, ...rich, ...shows];
  return [...plain, ...rich, ...shows, { field: 'listed', before: String(before.listed), after: String(after.listed) }];
}
