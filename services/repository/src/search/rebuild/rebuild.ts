import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { prepared } from '@alianza/platform/data/prepared';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { firstId, lastId } from '../../data/cursor-keys.js';
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

const next = `select network_id as "networkId", practice_id as "practiceId", version, content, country_names || ' ' || coalesce(owner, '') as names
  from published_practice where (network_id, practice_id) > (?::uuid, ?::uuid) and network_id <= ?::uuid order by network_id, practice_id limit ${String(batch)}`;
const learnt = 'select word from published_word where network_id = ?';

const given = `with given as (select * from json_to_recordset($1::json) as row ("networkId" uuid, "practiceId" uuid, version int, named tsvector))`;
const same = 'p.network_id = given."networkId" and p.practice_id = given."practiceId"';

/** What was published anew in between was derived then. Facets do not depend on what is named, so that both are written at once. */
const keep = `${given}, renamed as (update published_practice as p set named = given.named from given
    where ${same} and p.version = given.version and p.named <> given.named returning 1),
  counted as (insert into published_facet (network_id, practice_id, facets)
    select p.network_id, p.practice_id, p.facets from given join published_practice p on ${same}
      left join published_facet f on f.network_id = p.network_id and f.practice_id = p.practice_id
      where f.facets is distinct from p.facets order by 1, 2
    on conflict (network_id, practice_id) do update set facets = excluded.facets)
  select count(*)::int as changed from renamed`;

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

const forget = `delete from published_facet f where not exists (
  select from published_practice p where p.network_id = f.network_id and p.practice_id = f.practice_id)`;

/** Public tables are of no network; milliseconds. */
const scope = { networkId: null, timeout: 60_000 };

/**
 * Derives anew what the search keeps beside each published record: the concepts it names, what facets count, its words. In place and in small
 * transactions, so that searches find everything all the while; safe to repeat, to cut short, and beside people who publish. Of one network, or of all.
 */
export async function rebuildSearch(orm: MikroORM, network: string | null = null): Promise<Rebuilt> {
  const known = new Known(orm);
  const writing: Promise<number>[] = [];
  let [records, changed] = [0, 0];
  let after = [network ?? firstId, firstId];
  try {
    for (;;) {
      const rows = await inNetwork(orm.em, { ...scope, readOnly: true }, (em) => em.execute<Row[]>(next, [...after, network ?? lastId]));
      const last = rows.at(-1);
      if (last === undefined) break;
      const derived = await known.derive(rows);
      if (writing.length === writers) changed += (await writing.shift()) ?? 0;
      writing.push(inNetwork(orm.em, scope, (em) => write(em, derived)));
      records += rows.length;
      after = [last.networkId, last.practiceId];
    }
  } finally {
    for (const written of await Promise.allSettled(writing)) if (written.status === 'fulfilled') changed += written.value;
  }
  await Promise.all(writing);
  await inNetwork(orm.em, scope, async (em) => {
    await em.execute(forget);
    await em.execute(onDisk);
  });
  return { records, changed };
}

interface Batch {
  readonly records: readonly Derived[];
  /** Those that say a word that nobody has learnt. */
  readonly saying: readonly Derived[];
}

async function write(em: SqlEntityManager, { records, saying }: Batch): Promise<number> {
  await em.execute(unhurried);
  const [kept] = await prepared<{ changed: number }>(em, keep, [JSON.stringify(records)]);
  if (saying.length > 0) await prepared(em, learn, [JSON.stringify(saying)]);
  return kept?.changed ?? 0;
}

/** What a network calls its concepts, and which words are learnt in it, as of when its first record came by. */
class Known {
  private networkId = '';
  private words = new LearntWords(new Set());
  private vocabulary: Vocabulary | undefined;

  constructor(private readonly orm: MikroORM) {}

  async derive(rows: readonly Row[]): Promise<Batch> {
    const records: Derived[] = [];
    const saying: Derived[] = [];
    for (const { content, names, ...row } of rows) {
      if (row.networkId !== this.networkId) await this.meet(row.networkId);
      const said = saidIn(content);
      const derived = { ...row, named: namedBy(said, this.vocabulary) };
      records.push(derived);
      if (!this.words.hold(said, content, names)) saying.push(derived);
    }
    return { records, saying };
  }

  private async meet(networkId: string): Promise<void> {
    await inNetwork(this.orm.em, { ...scope, readOnly: true }, async (em) => {
      this.vocabulary = taxonomyFor(networkId, await readSaid(em, networkId)).vocabulary;
      this.words = new LearntWords(new Set((await em.execute<{ word: string }[]>(learnt, [networkId])).map(({ word }) => word)));
    });
    this.networkId = networkId;
  }
}
