import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { firstId } from '../../data/cursor-keys.js';
import { namedConcepts } from '../vocabulary/named-concepts.js';

interface Row {
  networkId: string;
  practiceId: string;
  version: number;
  content: PracticeContent;
}

export interface Rebuilt {
  readonly records: number;
  /** Of which other concepts are named now than when they were published. */
  readonly changed: number;
}

const batch = 500;

const next = `select network_id as "networkId", practice_id as "practiceId", version, content from published_practice
  where (network_id, practice_id) > (?::uuid, ?::uuid) order by network_id, practice_id limit ${String(batch)}`;

const given = `with given as (select * from json_to_recordset(?::json) as row ("networkId" uuid, "practiceId" uuid, version int, named tsvector))`;
const same = 'p.network_id = given."networkId" and p.practice_id = given."practiceId"';

/** What was published anew in between was derived then. */
const rename = `${given} update published_practice as p set named = given.named from given
  where ${same} and p.version = given.version and p.named <> given.named returning p.practice_id as "practiceId"`;

const count = `${given} insert into published_facet (network_id, practice_id, facets)
  select p.network_id, p.practice_id, p.facets from published_practice p, given where ${same}
  on conflict (network_id, practice_id) do update set facets = excluded.facets where published_facet.facets is distinct from excluded.facets`;

const learn = `${given} insert into published_word (network_id, word)
  select distinct p.network_id, word from published_practice p, given, practice_words(p.content, p.country_names || ' ' || coalesce(p.owner, '')) as word
  where ${same} on conflict do nothing`;

const forget = `delete from published_facet f where not exists (
  select from published_practice p where p.network_id = f.network_id and p.practice_id = f.practice_id)`;

/**
 * Derives anew what the search keeps beside each published record: the concepts it names, what facets count, its words. In place and in small
 * transactions, so that searches find everything all the while; safe to repeat, to cut short, and beside people who publish.
 */
export async function rebuildSearch(orm: MikroORM): Promise<Rebuilt> {
  let [records, changed] = [0, 0];
  let after = [firstId, firstId];
  for (;;) {
    const rows = await inNetwork(orm.em, scope, (em) => derive(em, after));
    const last = rows.at(-1);
    if (last === undefined) break;
    changed += rows.filter((row) => row.changed).length;
    records += rows.length;
    after = [last.networkId, last.practiceId];
  }
  await inNetwork(orm.em, scope, (em) => em.execute(forget));
  return { records, changed };
}

/** Public tables are of no network; milliseconds. */
const scope = { networkId: null, timeout: 60_000 };

type Derived = Pick<Row, 'networkId' | 'practiceId'> & { changed: boolean };

async function derive(em: SqlEntityManager, after: readonly string[]): Promise<Derived[]> {
  const rows = await em.execute<Row[]>(next, [...after]);
  const derived = JSON.stringify(rows.map(({ content, ...row }) => ({ ...row, named: namedConcepts(content) })));
  const renamed = await em.execute<{ practiceId: string }[]>(rename, [derived]);
  await em.execute(count, [derived]);
  await em.execute(learn, [derived]);
  const changed = new Set(renamed.map(({ practiceId }) => practiceId));
  return rows.map(({ networkId, practiceId }) => ({ networkId, practiceId, changed: changed.has(practiceId) }));
}
