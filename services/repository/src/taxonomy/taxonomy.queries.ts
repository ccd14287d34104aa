import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { lastInstant } from '../data/cursor-keys.js';
import type { Concept } from './concept.entity.js';
import type { SaidOfConcept } from './network-concepts.js';

/** $1 network, $2 instant; `infinity` for what is said now. */
export const saidAt = defineQuery({
  name: 'taxonomy_said',
  scope: 'public',
  text: `select scheme, concept, labels, synonyms, place, to_char(starts_on, 'YYYY-MM-DD') as "from", to_char(ends_on, 'YYYY-MM-DD') as until, retired, version
    from published_concept where network_id = $1 and since <= $2::timestamptz and (up_to is null or up_to > $2::timestamptz)
    order by scheme, concept`,
  sample: (networkId) => [networkId, lastInstant],
});

/** $1 network, $2 scheme, $3 concept: what was said of it, the last first. */
const states = defineQuery({
  name: 'taxonomy_states',
  scope: 'public',
  text: `select labels, synonyms, to_char(starts_on, 'YYYY-MM-DD') as "from", to_char(ends_on, 'YYYY-MM-DD') as until, retired, version, since, up_to as "upTo"
    from published_concept where network_id = $1 and scheme = $2 and concept = $3 order by since desc limit 50`,
  sample: (networkId) => [networkId, 'population', 'children'],
});

type State = Pick<SaidOfConcept, 'labels' | 'synonyms' | 'from' | 'until' | 'retired' | 'version'> & { since: Date; upTo: Date | null };

export const readStates = (em: SqlEntityManager, networkId: string, scheme: string, concept: string): Promise<State[]> =>
  queryRows<State>(em, states, [networkId, scheme, concept]);

/** What is said of the concepts of a network, as the transaction at hand sees it; `at`: or was said at an instant. */
export const readSaid = (em: SqlEntityManager, networkId: string, at: string = lastInstant): Promise<SaidOfConcept[]> =>
  queryRows<SaidOfConcept>(em, saidAt, [networkId, at]);

/** $1 network: how many published records are marked with each concept. */
const marked = defineQuery({
  name: 'taxonomy_marked',
  scope: 'public',
  text: `select mark, count(*)::int as records from published_facet, unnest(facets) as mark
    where network_id = $1 and split_part(mark, '=', 1) in ('fiveR', 'population', 'sector', 'level', 'priorityArea') group by mark`,
  sample: (networkId) => [networkId],
});

export async function readRecords(em: SqlEntityManager, networkId: string): Promise<Map<string, number>> {
  const rows = await queryRows<{ mark: string; records: number }>(em, marked, [networkId]);
  return new Map(rows.map(({ mark, records }) => [mark, records]));
}

const close = `update published_concept set up_to = ? where network_id = ? and scheme = ? and concept = ? and up_to is null`;
const open = `insert into published_concept (network_id, scheme, concept, labels, synonyms, place, starts_on, ends_on, retired, version, since)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** What was said up to now stays readable for its time; from now on this is said. */
export async function publishConcept(em: SqlEntityManager, one: Concept): Promise<void> {
  const { networkId, scheme, concept, labels, synonyms, place, startsOn, endsOn, retired, version, changedAt } = one;
  const written = [labels ? JSON.stringify(labels) : null, JSON.stringify(synonyms)];
  await em.execute(close, [changedAt, networkId, scheme, concept]);
  await em.execute(open, [networkId, scheme, concept, ...written, place, startsOn ?? null, endsOn ?? null, retired, version, changedAt]);
}

/** Two reindexings of one network take turns: whoever comes later reads what is said later. */
export const takeTurn = (em: SqlEntityManager, networkId: string): Promise<void> => oneAtATime(em, 'taxonomy-reindex', networkId);

interface Published {
  readonly practiceId: string;
  readonly version: number;
  readonly content: PracticeContent;
}

const next = `select practice_id as "practiceId", version, content from published_practice
  where network_id = ? and practice_id > ? order by practice_id limit 500`;

/** Published records behind one, some at a time. */
export const readPublished = (em: SqlEntityManager, networkId: string, after: string): Promise<Published[]> =>
  em.execute<Published[]>(next, [networkId, after]);

/** What was published anew in between has been named then. */
const rename = `with given as (select * from json_to_recordset(?::json) as row ("practiceId" uuid, version int, named tsvector))
  update published_practice as p set named = given.named from given
  where p.network_id = ? and p.practice_id = given."practiceId" and p.version = given.version and p.named <> given.named`;

type Named = Omit<Published, 'content'> & { readonly named: string };

export async function renamePublished(em: SqlEntityManager, networkId: string, named: readonly Named[]): Promise<void> {
  if (named.length > 0) await em.execute(rename, [JSON.stringify(named), networkId]);
}

/** Harvesters hear that the records with this mark read otherwise. */
export async function noteRelabelled(em: SqlEntityManager, networkId: string, mark: string): Promise<void> {
  await em.execute('select note_relabelled(?, ?)', [networkId, mark]);
}
