import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NamedQuery } from '@alianza/platform/data/queries';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Observer } from '@alianza/platform/observe/observer';
import type { Config } from '@alianza/platform/run/service-definition';
import { connectTo, workerDatabase } from '@alianza/testing/databases';
import type { MikroORM } from '@mikro-orm/postgresql';
import { newId } from '@alianza/platform/ids';
import { contractSuite, publishContract, wantedOf } from '../contract/contract-suite.js';
import { PostgresqlIndex } from './postgresql-practices.js';

let orm: MikroORM;
let reads: PublicReads;
let index: PostgresqlIndex;

beforeAll(async () => {
  orm = await connectTo('repository');
  reads = new PublicReads({ DATABASE_URL: await workerDatabase('repository') } as Config, Observer.idle);
  index = new PostgresqlIndex(reads);
  await publishContract(orm);
}, 60_000);
afterAll(async () => {
  await reads.onApplicationShutdown();
  await orm.close();
});

contractSuite(() => index);

/** Asked where what is planned each time is asked: how plans are made there, and how many of the statements of a search were prepared. */
const planning: NamedQuery = {
  ...{ name: 'planning_of_searches', scope: 'public', sample: () => [], replanned: true },
  text: `select current_setting('plan_cache_mode') as plans, (select count(*)::int from pg_prepared_statements where name like 'practices\\_words\\_%') as searches`,
};

it('plans a search by words for its network each time: one plan for all would read every record of a large one', async () => {
  await index.search(newId(), wantedOf({ q: 'guarderías' }));
  const [seen] = await reads.rows<{ plans: string; searches: number }>(planning, []);
  expect(seen?.plans).toBe('force_custom_plan');
  expect(seen?.searches).toBeGreaterThan(0);
});
