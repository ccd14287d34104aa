import { originalOf } from '@alianza/platform/data/localized';
import type { Change } from '../history/organization-fact.entity.js';
import type { Called } from '../names.js';
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

/** What it is called otherwise than before. */
export function calledOtherwise(before: Called, after: Called): Change[] {
  const name: Change = { field: 'name', before: originalOf(before.name), after: originalOf(after.name) };
  const acronym: Change = { field: 'acronym', before: before.acronym ?? null, after: after.acronym ?? null };
  return [...(written(before.name) === written(after.name) ? [] : [name]), ...(acronym.before === acronym.after ? [] : [acronym])];
}
