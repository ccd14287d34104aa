import { afterAll, beforeAll, describe } from '@jest/globals';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { newId } from '@alianza/platform/ids';
import { Observer } from '@alianza/platform/observe/observer';
import type { Config } from '@alianza/platform/run/service-definition';
import { openLog } from '@alianza/platform/run/log';
import { connectTo, workerDatabase } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import type { MikroORM } from '@mikro-orm/postgresql';
import { contractSuite, publishContract } from '../contract/contract-suite.js';
import { PostgresqlIndex } from '../postgresql/postgresql-practices.js';
import { SteadyIndex } from '../steady/steady-practices.js';
import { IndexFeed } from './index-feed.js';
import { MeilisearchIndex } from './meilisearch-practices.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { remakeIndex } from './remake-index.js';

const { MEILI_URL, MEILI_KEY } = process.env;

/** Relevance is the engine's own: only a real server can show it. A stand-in plays its faults elsewhere (F14). */
describe('Meilisearch', () => {
  let orm: MikroORM;
  let reads: PublicReads;
  let server: MeilisearchServer;
  let feed: IndexFeed;
  let index: SteadyIndex;

  beforeAll(async () => {
    orm = await connectTo('repository');
    reads = new PublicReads({ DATABASE_URL: await workerDatabase('repository') } as Config, Observer.idle);
    server = new MeilisearchServer({ MEILI_URL, MEILI_KEY, MEILI_INDEX: `spec-${newId()}` });
    const log = openLog('repository', 'silent');
    feed = new IndexFeed(orm.em.fork(), server, log);
    // as it is searched: what the engine cannot be asked PostgreSQL is; where the engine fails, the answer is degraded and the case with it
    index = new SteadyIndex(server, new MeilisearchIndex(server, reads), new PostgresqlIndex(reads), feed, log);
    await publishContract(orm);
    await remakeIndex(orm, server);
    feed.onApplicationBootstrap();
    await eventually(async () => Promise.resolve(!feed.isBehind(newId())));
  }, 120_000);
  afterAll(async () => {
    await feed.beforeApplicationShutdown();
    await server.done(server.admin.deleteIndex(server.index));
    await reads.onApplicationShutdown();
    await orm.close();
  });

  contractSuite(() => index);
});
