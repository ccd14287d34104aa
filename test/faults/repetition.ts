import type { Event, EventType } from '@alianza/contracts/event';
import { organizationEdited } from '@alianza/contracts/membership/directory/profiles';
import {
  organizationReinstated,
  organizationSuspended,
  organizationWithdrawn,
  type OrganizationStatus,
} from '@alianza/contracts/membership/organizations';
import { handoverSummarized } from '@alianza/contracts/repository/handovers';
import { standInBegun, standInEnded } from '@alianza/contracts/repository/stand-ins';
import type { Processes } from '@alianza/testing/faults/processes';
import { untilSettled } from '@alianza/testing/faults/settled';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { deliver, handedOver, nameOf, networkAt, organizationAt, practiceHandedIn, statementAt } from './facts.js';

interface Facts {
  readonly organizations: readonly (readonly Event[])[];
  readonly network: readonly Event[];
  /** Of that network, its pages of law. */
  readonly statements: readonly Event[];
  readonly practices: readonly Event[];
  readonly handovers: readonly Event[];
}

/** Facts, and in which order they are heard, some of them often, some once more a day later. */
export interface Hearing {
  readonly drawn: Facts;
  readonly facts: readonly Event[];
  readonly order: readonly Event[];
  readonly late: readonly Event[];
}

const times = <T>(count: number, make: (version: number) => T): T[] => Array.from({ length: count }, (_none, index) => make(index + 1));

interface Move {
  readonly told: EventType;
  readonly status?: OrganizationStatus;
}

const edited: Move = { told: organizationEdited };
const suspended: Move = { told: organizationSuspended, status: 'suspended' };
const reinstated: Move = { told: organizationReinstated, status: 'active' };
const withdrawn: Move = { told: organizationWithdrawn, status: 'withdrawn' };

/** What may become of an organisation that stands so. */
const moves: Readonly<Record<OrganizationStatus, readonly Move[]>> = {
  active: [edited, suspended, withdrawn, suspended],
  suspended: [edited, reinstated, withdrawn, reinstated],
  withdrawn: [edited],
};

/** An organisation from its first day on, by what was chosen of its moves. */
function lifeOf(networkId: string, choices: readonly number[]): Event[] {
  const aggregateId = randomUUID();
  let status: OrganizationStatus = 'active';
  const later = choices.map((choice, index) => {
    const move = moves[status][choice % moves[status].length] ?? edited;
    status = move.status ?? status;
    return organizationAt({ networkId, aggregateId, aggregateVersion: index + 2 }, { told: move.told, status });
  });
  return [organizationAt({ networkId, aggregateId, aggregateVersion: 1 }), ...later];
}

interface Shape {
  readonly organizations: readonly (readonly number[])[];
  readonly network: number;
  readonly terms: number;
  readonly practices: number;
  readonly handovers: number;
}

function factsOf(networkId: string, { organizations, network, terms, practices, handovers }: Shape): Facts {
  const opened = randomUUID();
  return {
    organizations: organizations.map((choices) => lifeOf(networkId, choices)),
    network: times(network, (aggregateVersion) => networkAt({ networkId: opened, aggregateId: opened, aggregateVersion })),
    statements: [statementAt(opened, 'legal', 9), ...times(terms, (nth) => statementAt(opened, 'terms', nth + 1))],
    practices: times(practices, () => practiceHandedIn({ networkId, aggregateId: randomUUID(), aggregateVersion: 2 })),
    handovers: times(handovers, () => handedOver(networkId)),
  };
}

/** Each fact up to ten times; forwards, backwards or shuffled. */
export const hearings = (networkId: string): fc.Arbitrary<Hearing> =>
  fc
    .record({
      organizations: fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
      network: fc.integer({ min: 1, max: 3 }),
      terms: fc.nat(3),
      practices: fc.integer({ min: 1, max: 2 }),
      handovers: fc.nat(1),
    })
    .map((shape) => factsOf(networkId, shape))
    .map((drawn) => ({ drawn, facts: Object.values(drawn).flat(2) as Event[] }))
    .chain(({ drawn, facts }) =>
      fc.record({
        drawn: fc.constant(drawn),
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

/** What the repository knows of an organisation, what its records say of it, and whether the secretariat was told to stand in. */
interface Known {
  readonly version: number;
  readonly name: string;
  readonly status: OrganizationStatus;
  readonly owner: string;
  readonly away: boolean;
  readonly stoodIn: boolean | readonly string[];
}

type By<T> = Readonly<Record<string, T>>;

/** What copies say, and how often each effect happened. */
export interface Outcome {
  readonly organizations: By<Known>;
  readonly networks: By<number>;
  readonly terms: By<{ version: number; own: boolean; edition: number }>;
  readonly audited: By<number>;
  readonly noticed: By<number>;
  readonly mailed: By<number>;
  readonly summarized: By<number>;
}

const once = (facts: readonly Event[]): By<number> => Object.fromEntries(facts.map(({ id }) => [id, 1]));

function knownOf(life: readonly Event[]): [string, Known] {
  const last = life.at(-1);
  if (!last) throw new Error('an organisation without a fact');
  const { status } = last.data as { status: OrganizationStatus };
  const [name, away] = [nameOf(last), status !== 'active'];
  return [last.aggregateId, { version: last.aggregateVersion, name, status, owner: name, away, stoodIn: away }];
}

/** As if each had been heard once, in order. */
export function expectedOf({ drawn: { organizations, network, statements, practices, handovers }, facts }: Hearing): Outcome {
  const opened = network[0]?.aggregateId ?? '';
  const published = statements.map(({ data }) => data as { page: string; version: number; own: boolean; edition: number });
  const { version, own, edition } = published.findLast(({ page }) => page === 'terms') ?? { version: 1, own: false, edition: 1 };
  return {
    organizations: Object.fromEntries(organizations.map(knownOf)),
    networks: { [opened]: network.length },
    terms: { [opened]: { version, own, edition } },
    audited: once(facts),
    noticed: once(practices),
    mailed: once(practices),
    summarized: once(handovers),
  };
}

/** Each organisation has a record of its own and a question that waits for it. */
async function giveThemWork(world: Processes, { drawn: { organizations } }: Hearing): Promise<void> {
  const [networkId, ids] = [organizations[0]?.[0]?.networkId, organizations.map(([first]) => first?.aggregateId)];
  await world.rows(
    'repository',
    `insert into published_practice (network_id, practice_id, organization_id, slug, content, fallback, owner, country_names, published_at, version)
      select $1, gen_random_uuid(), id, id::text, '{}', 'es', 'Nadie (ficticia)', '', now(), 1 from unnest($2::uuid[]) id`,
    [networkId, ids],
  );
  await world.rows(
    'repository',
    `insert into inquiry (id, network_id, organization_id, title, kind, text, language, status, sent_at, opened_at)
      select gen_random_uuid(), $1, id, '{"original":"es","es":"Relevos (ficticia)"}', 'question', '¿Cómo empezaron?', 'es', 'open', now(), now()
      from unnest($2::uuid[]) id`,
    [networkId, ids],
  );
}

/** Heard in another order an organisation may turn less often than it did: by turns all the same, and the last as it stands. */
const stoodIn = (told: readonly string[]): Known['stoodIn'] =>
  told.every((subject, index) => subject === (index % 2 === 0 ? standInBegun : standInEnded).subject) ? told.length % 2 === 1 : told;

const known = `select o.id as key, jsonb_build_object('version', o.version, 'name', o.name->>'es', 'status', o.status,
    'owner', p.owner, 'away', p.owner_away, 'stoodIn', coalesce((select jsonb_agg(event->>'subject' order by position) from outbox
      where event->>'aggregateId' = o.id::text and event->>'subject' = any($2)), '[]')) as value
  from organization_copy o join published_practice p on p.network_id = o.network_id and p.organization_id = o.id where o.id = any($1::uuid[])`;

export async function outcomeOf(world: Processes, { drawn: { practices }, facts }: Hearing): Promise<Outcome> {
  const idsOf = (some: readonly Event[]) => some.map(({ id }) => id);
  const aggregates = facts.map(({ aggregateId }) => aggregateId);
  const read = async <T = number>(...asked: Parameters<Processes['rows']>): Promise<By<T>> =>
    Object.fromEntries((await world.rows<{ key: string; value: T }>(...asked)).map(({ key, value }) => [key, value]));
  const per = (table: string, which = 'true') =>
    `select event_id as key, count(*)::int as value from ${table} where event_id = any($1::uuid[]) and ${which} group by 1`;
  const turns = [standInBegun, standInEnded].map(({ subject }) => subject);
  const organizations = await read<Known & { stoodIn: string[] }>('repository', known, [aggregates, turns]);
  return {
    organizations: Object.fromEntries(Object.entries(organizations).map(([id, one]) => [id, { ...one, stoodIn: stoodIn(one.stoodIn) }])),
    networks: await read(
      'notifications',
      `select network_id as key, version as value from network where network_id = any($1::uuid[]) and code = 'red-' || version`,
      [aggregates],
    ),
    terms: await read(
      'repository',
      `select network_id as key, jsonb_build_object('version', version, 'own', own, 'edition', edition) as value from terms_copy
        where network_id = any($1::uuid[])`,
      [aggregates],
    ),
    audited: await read('audit', per('entry'), [idsOf(facts)]),
    noticed: await read('notifications', per('notice'), [idsOf(practices)]),
    mailed: await read('notifications', per('mail', 'sent_at is not null'), [idsOf(practices)]),
    summarized: await read(
      'repository',
      `select event->>'cause' as key, count(*)::int as value from outbox where event->>'subject' = $2 and event->>'cause' = any($1) group by 1`,
      [idsOf(facts), handoverSummarized.subject],
    ),
  };
}

/** Lets a day pass for what has been heard and done: what was noted of it is older, and finished jobs are gone. */
async function aDayPasses(world: Processes): Promise<void> {
  for (const service of ['repository', 'notifications', 'audit'] as const)
    await world.rows(service, `update inbox set done_at = done_at - interval '1 day'`);
  await world.rows('notifications', `delete from pgboss.job where state = 'completed' and name in ('notices', 'mails')`);
}

export async function hear(world: Processes, hearing: Hearing): Promise<void> {
  const { order, late } = hearing;
  await giveThemWork(world, hearing);
  await deliver(world, order);
  await untilSettled(world);
  await aDayPasses(world);
  await deliver(world, late);
  await untilSettled(world);
}
