import type { Event } from '@alianza/contracts/event';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import { networkOpened } from '@alianza/contracts/membership/networks';
import { practiceSubmitted } from '@alianza/contracts/repository/practices';
import type { Processes } from '@alianza/testing/faults/processes';
import { untilSettled } from '@alianza/testing/faults/settled';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { deliver, networkAt, organizationAt, practiceHandedIn } from './facts.js';

/** Facts, and in which order they are heard, some of them often, some once more a day later. */
export interface Hearing {
  readonly facts: readonly Event[];
  readonly order: readonly Event[];
  readonly late: readonly Event[];
}

const versions = (make: (version: number) => Event, count: number): Event[] =>
  Array.from({ length: count }, (_none, index) => make(index + 1));

function factsOf(
  networkId: string,
  { organizations, network, practices }: { organizations: number[]; network: number; practices: number },
): Event[] {
  const opened = randomUUID();
  return [
    ...organizations.flatMap((count) => {
      const aggregateId = randomUUID();
      return versions((aggregateVersion) => organizationAt({ networkId, aggregateId, aggregateVersion }), count);
    }),
    ...versions((aggregateVersion) => networkAt({ networkId: opened, aggregateId: opened, aggregateVersion }), network),
    ...Array.from({ length: practices }, () => practiceHandedIn({ networkId, aggregateId: randomUUID(), aggregateVersion: 2 })),
  ];
}

/** Each fact up to ten times; forwards, backwards or shuffled. */
export const hearings = (networkId: string): fc.Arbitrary<Hearing> =>
  fc
    .record({
      organizations: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      network: fc.integer({ min: 1, max: 3 }),
      practices: fc.integer({ min: 1, max: 2 }),
    })
    .map((shape) => factsOf(networkId, shape))
    .chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        order: fc
          .array(fc.integer({ min: 1, max: 10 }), { minLength: facts.length, maxLength: facts.length })
          .map((times) => facts.flatMap((event, index) => Array.from({ length: times[index] ?? 1 }, () => event)))
          .chain((all) =>
            fc.oneof(
              fc.constant(all),
              fc.constant(all.toReversed()),
              fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
            ),
          ),
        late: fc.shuffledSubarray([...facts], { minLength: 1 }),
      }),
    );

/** What copies say, and how often each effect happened. */
export interface Outcome {
  readonly organizations: Readonly<Record<string, number>>;
  readonly networks: Readonly<Record<string, number>>;
  readonly audited: Readonly<Record<string, number>>;
  readonly noticed: Readonly<Record<string, number>>;
  readonly mailed: Readonly<Record<string, number>>;
}

const highest = (facts: readonly Event[], subject: string): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const { subject: own, aggregateId, aggregateVersion } of facts)
    if (own === subject) found[aggregateId] = Math.max(found[aggregateId] ?? 0, aggregateVersion);
  return found;
};
const once = (facts: readonly Event[]): Record<string, number> => Object.fromEntries(facts.map(({ id }) => [id, 1]));

/** As if each had been heard once, in order. */
export function expectedOf({ facts }: Hearing): Outcome {
  const handedIn = facts.filter(({ subject }) => subject === practiceSubmitted.subject);
  return {
    organizations: highest(facts, organizationRegistered.subject),
    networks: highest(facts, networkOpened.subject),
    audited: once(facts),
    noticed: once(handedIn),
    mailed: once(handedIn),
  };
}

interface Counted {
  key: string;
  value: number;
}

export async function outcomeOf(world: Processes, { facts }: Hearing): Promise<Outcome> {
  const [aggregates, events] = [facts.map(({ aggregateId }) => aggregateId), facts.map(({ id }) => id)];
  const read = async (...asked: Parameters<Processes['rows']>) =>
    Object.fromEntries((await world.rows<Counted>(...asked)).map(({ key, value }) => [key, value]));
  const per = (table: string, column = 'event_id') =>
    `select ${column} as key, count(*)::int as value from ${table} where ${column} = any($1::uuid[]) group by 1`;
  return {
    // the name tells the version too: whatever is kept of two of them must be of one
    organizations: await read(
      'repository',
      `select id as key, substring(name->>'es' from '\\d+')::int as value from organization_copy where id = any($1::uuid[]) and version = substring(name->>'es' from '\\d+')::int`,
      [aggregates],
    ),
    networks: await read(
      'notifications',
      `select network_id as key, version as value from network where network_id = any($1::uuid[]) and code = 'red-' || version`,
      [aggregates],
    ),
    audited: await read('audit', per('entry'), [events]),
    noticed: await read('notifications', per('notice'), [events]),
    mailed: await read('notifications', per('mail').replace(' group by', ' and sent_at is not null group by'), [events]),
  };
}

/** Lets a day pass for what has been heard and done: what was noted of it is older, and finished jobs are gone. */
async function aDayPasses(world: Processes): Promise<void> {
  for (const service of ['repository', 'notifications', 'audit'] as const)
    await world.rows(service, `update inbox set done_at = done_at - interval '1 day'`);
  await world.rows('notifications', `delete from pgboss.job where state = 'completed' and name in ('notices', 'mails')`);
}

export async function hear(world: Processes, { order, late }: Hearing): Promise<void> {
  await deliver(world, order);
  await untilSettled(world);
  await aDayPasses(world);
  await deliver(world, late);
  await untilSettled(world);
}
