import { afterAll, beforeAll } from '@jest/globals';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Observer } from '@alianza/platform/observe/observer';
import type { Config } from '@alianza/platform/run/service-definition';
import { connectTo, workerDatabase } from '@alianza/testing/databases';
import type { MikroORM } from '@mikro-orm/postgresql';
import { contractSuite, publishContract } from '../contract/contract-suite.js';
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
