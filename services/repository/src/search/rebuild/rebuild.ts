import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { prepared } from '@alianza/platform/data/prepared';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { firstId } from '../../data/cursor-keys.js';
import { taxonomyFor } from '../../taxonomy/network-taxonomy.js';
import { readSaid } from '../../taxonomy/taxonomy.queries.js';
import { namedBy, saidIn } from '../vocabulary/named-concepts.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { LearntWords } from './learnt-words.js';

interface Row {
  readonly networkId: string;
  readonly practiceId: string;
  readonly version: number;
  readonly content: PracticeContent;
  /** Of its countries and of who answers for it. */
  readonly names: string;
  /** What is counted and found of it is what it says. */
  readonly counted: boolean;
}

interface Derived extends Pick<Row, 'networkId' | 'practiceId' | 'version'> {
  readonly named: string;
}

export interface Rebuilt {
  readonly records: number;
  /** Of which other concepts are named now than when they were published. */
  readonly changed: number;
}

const batch = 500;
/** While these are written the next ones are derived. */
const writers = 2;

const networksIn = `select network_id as id from published_practice union select network_id from published_facet
  union select network_id from published_document order by 1`;
/** Of one network, so that its rows come in the order of their index: over all of them each part would sort what is left. */
const next = `select network_id as "networkId", practice_id as "practiceId", version, content, country_names || ' ' || coalesce(owner, '') as names,
    exists (select from published_facet f join published_document d using (network_id, practice_id)
      where f.network_id = p.network_id and f.practice_id = p.practice_id and (f.facets, d.digest, d.document) = (p.facets, f.digest, strip(p.document))) as counted
  from published_practice p where network_id = ?::uuid and practice_id > ?::uuid order by practice_id limit ${String(batch)}`;
const learnt = 'select word from published_word where network_id = ?';

const given = `with given as (select * from json_to_recordset($1::json) as row ("networkId" uuid, "practiceId" uuid, version int, named tsvector))`;
const same = 'p.network_id = given."networkId" and p.practice_id = given."practiceId"';

/** What was published anew in between was derived then. */
const name = `${given}, renamed as (update published_practice as p set named = given.named from given
    where ${same} and p.version = given.version and p.named <> given.named returning 1)
  select count(*)::int as changed from renamed`;

/** Whoever publishes or withdraws one of them waits, or was waited for: nothing counts what is not there, or no longer so. */
const count = `${given}, held as materialized (
    select p.network_id, p.practice_id, p.facets, p.document from given join published_practice p on ${same} order by 1, 2 for share of p)
  select count_record(network_id, practice_id, facets, document) from held`;

/** In one order, so that two who write do not wait for each other in a ring. */
const learn = `${given} insert into published_word (network_id, word)
  select distinct p.network_id, word from published_practice p, given, practice_words(p.content, p.country_names || ' ' || coalesce(p.owner, '')) as word
  where ${same} order by 1, 2 on conflict do nothing`;

/**
 * No part waits for the disk: `onDisk` does in the end, and all before it are there with it. What a crash takes along is derived again. A part's
 * rows, before and after, fit into memory.
 */
const unhurried = `select set_config('synchronous_commit', 'off', true), set_config('work_mem', '64MB', true)`;

/** A transaction that writes something, if only a word to the log, and waits. */
const onDisk = `select pg_logical_emit_message(true, 'search', 'rebuilt')`;

const countedIn = `select practice_id as id from published_facet where network_id = ?
  union select practice_id from published_document where network_id = ?`;
const forget = ['published_facet', 'published_document'].map(
  (table) => `delete from ${table} c where network_id = ? and practice_id in (?) and not exists (
  select from published_practice p where p.network_id = c.network_id and p.practice_id = c.practice_id)`,
);

/** Public tables are of no network; milliseconds. */
const scope = { networkId: null, timeout: 60_000 };

/**
 * Derives anew what the search keeps beside each published record: the concepts it names, what facets count, its words. In place and in small
 * transactions, so that searches find everything all the while; safe to repeat, to cut short, and beside people who publish. Of one network, or of all.
 */
export async function rebuildSearch(orm: MikroORM, network: string | null = null): Promise<Rebuilt> {
  const writing: Promise<number>[] = [];
  let [records, changed] = [0, 0];
  try {
    for (const id of network === null ? await networksOf(orm) : [network]) {
      const met = new Set<string>();
      for await (const part of partsOf(orm, id)) {
        if (writing.length === writers) changed += (await writing.shift()) ?? 0;
        writing.push(inNetwork(orm.em, scope, (em) => write(em, part)));
        for (const { practiceId } of part.records) met.add(practiceId);
      }
      records += met.size;
      await inNetwork(orm.em, scope, (em) => forgetAllBut(em, id, met));
    }
  } finally {
    for (const written of await Promise.allSettled(writing)) if (written.status === 'fulfilled') changed += written.value;
  }
  await Promise.all(writing);
  await inNetwork(orm.em, scope, (em) => em.execute(onDisk));
  return { records, changed };
}

/** Looked for among ids: the table of what is published is wide, and to read all of it took an eighth of the time. */
async function forgetAllBut(em: SqlEntityManager, network: string, met: ReadonlySet<string>): Promise<void> {
  const counted = await em.execute<{ id: string }[]>(countedIn, [network, network]);
  const lost = counted.flatMap(({ id }) => (met.has(id) ? [] : [id]));
  if (lost.length > 0) for (const statement of forget) await em.execute(statement, [network, lost]);
}

async function networksOf(orm: MikroORM): Promise<string[]> {
  const rows = await inNetwork(orm.em, { ...scope, readOnly: true }, (em) => em.execute<{ id: string }[]>(networksIn));
  return rows.map(({ id }) => id);
}

interface Part {
  readonly records: readonly Derived[];
  readonly uncounted: readonly Derived[];
  /** Those that say a word that nobody has learnt. */
  readonly saying: readonly Derived[];
}

/** What a network's records derive to, by what it calls its concepts and which words are learnt in it when it begins. */
async function* partsOf(orm: MikroORM, id: string): AsyncGenerator<Part> {
  const read = <T>(work: (em: SqlEntityManager) => Promise<T>) => inNetwork(orm.em, { ...scope, readOnly: true }, work);
  const { vocabulary } = taxonomyFor(id, await read((em) => readSaid(em, id)));
  const words = new LearntWords(new Set((await read((em) => em.execute<{ word: string }[]>(learnt, [id]))).map(({ word }) => word)));
  for (let after: string | undefined = firstId; after !== undefined;) {
    const from: string = after;
    const rows = await read((em) => em.execute<Row[]>(next, [id, from]));
    if (rows.length > 0) yield derive(rows, vocabulary, words);
    after = rows.at(-1)?.practiceId;
  }
}

function derive(rows: readonly Row[], vocabulary: Vocabulary, words: LearntWords): Part {
  const part = { records: [] as Derived[], uncounted: [] as Derived[], saying: [] as Derived[] };
  for (const { content, names, counted, ...row } of rows) {
    const said = saidIn(content);
    const derived = { ...row, named: namedBy(said, vocabulary) };
    part.records.push(derived);
    if (!counted) part.uncounted.push(derived);
    if (!words.hold(said, content, names)) part.saying.push(derived);
  }
  return part;
}

async function write(em: SqlEntityManager, { records, uncounted, saying }: Part): Promise<number> {
  await em.execute(unhurried);
  const [named] = await prepared<{ changed: number }>(em, name, [JSON.stringify(records)]);
  if (uncounted.length > 0) await prepared(em, count, [JSON.stringify(uncounted)]);
  if (saying.length > 0) await prepared(em, learn, [JSON.stringify(saying)]);
  return named?.changed ?? 0;
}
