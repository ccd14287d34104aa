import type { Whose } from '@alianza/contracts/tasks';

/** Beside the rows of a queue in the network $1, as `h`: who has each. */
export const withHolder = (queue: string, id: string): string =>
  `left join task_holding h on h.network_id = $1 and h.queue = '${queue}' and h.item_id = ${id}`;
export const holder = 'h.person_id as "assignedTo"';

/** Of anybody, of one person, or of nobody. */
export const takenBy = (person: string, nobody: string): string =>
  `(${person}::uuid is null or h.person_id = ${person}::uuid) and (not ${nobody}::boolean or h.person_id is null)`;

/** The two parameters of `takenBy`. */
export const takenParams = (assigned: Whose, personId: string): readonly [string | null, boolean] => [
  assigned === 'me' ? personId : null,
  assigned === 'nobody',
];
export const anybody = [null, false] as const;
