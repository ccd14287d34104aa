// What the product is compared with: the same questions answered by as little as can answer them, in one process.
import Fastify, { type FastifyReply } from 'fastify';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { connectNats, type NatsAddress } from '@alianza/platform/nats/connection';
import { lastId, lastInstant } from '@alianza/repository/data/cursor-keys';
import { Observer } from '@alianza/platform/observe/observer';
import type { Config } from '@alianza/platform/run/service-definition';
import { publishedBySlug } from '@alianza/repository/publication/publication.queries';
import { PostgresqlIndex } from '@alianza/repository/search/postgresql/postgresql-practices';
import { facetsOf, filterValues, pageOf } from '@alianza/repository/search/postgresql/search.queries';
import pg from 'pg';
import { wantedOf } from '../stage/search-corpus.js';

export interface ReferenceSettings {
  readonly port: number;
  readonly nats: NatsAddress;
  /** As the service's role, which row-level security binds. */
  readonly databaseUrl: string;
  /** As superuser, to read a tenant's table without saying which network. */
  readonly mightyUrl: string;
  readonly networks: Readonly<Record<string, string>>;
  /** Body by path. */
  readonly memory: Readonly<Record<string, string>>;
}

type BySlug = { Params: { network: string; slug: string } };
type ByCountry = { Params: { network: string }; Querystring: { country: string } };
type ByWords = { Params: { network: string }; Querystring: { q: string; country?: string; type?: string } };
type ById = { Params: { network: string; id: string } };

const connections = 8;
const subject = 'reference';
const json = 'application/json; charset=utf-8';
const own = {
  name: 'practice_by_id',
  text: `select id, slug, status, organization_id, content, changed_at, version from practice where network_id = $1 and id = $2`,
};

const said = (reply: FastifyReply, body: string | Uint8Array) => reply.header('content-type', json).send(body);

async function start({ port, nats: address, databaseUrl, mightyUrl, networks, memory }: ReferenceSettings): Promise<void> {
  const app = Fastify();
  app.get<BySlug>('/memory/:network/practices/:slug', ({ params }, reply) => said(reply, memory[`${params.network}/${params.slug}`] ?? ''));

  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  const rows = async <Row extends object>({ name, text }: { name: string; text: string }, values: unknown[]) =>
    (await pool.query<Row>({ name, text, values })).rows;
  app.get<BySlug>('/direct/:network/practices/:slug', async ({ params }) => {
    const [row] = await rows(publishedBySlug, [networks[params.network], params.slug]);
    return row;
  });
  const [page, facets] = [pageOf('all', 'latest'), facetsOf.all];
  app.get<ByCountry>('/direct/:network/practices', async ({ params, query }) => {
    const network = networks[params.network];
    const [items, [counted]] = await Promise.all([
      rows(page, [network, ...filterValues({ country: [query.country] }), 21, lastInstant, lastId]),
      rows<{ digests: Buffer | null }>(facets, [network]),
    ]);
    return { items, digests: counted?.digests?.toString('base64') };
  });

  const index = new PostgresqlIndex(new PublicReads({ DATABASE_URL: databaseUrl } as Config, Observer.idle));
  app.get<ByWords>('/engine/:network/practices', async ({ params, query: { q, country, type } }) => {
    const filters = { ...(country !== undefined && { country: [country] }), ...(type !== undefined && { type: [type] }) };
    const { rows: found, words: _words, ...hits } = await index.search(networks[params.network] ?? '', wantedOf(q, filters));
    return { ...hits, rows: found.map(({ rest: _rest, ...row }) => row) };
  });

  const [client, server] = await Promise.all([connectNats(address, 'reference-edge'), connectNats(address, 'reference-service')]);
  const mighty = new pg.Pool({ connectionString: mightyUrl, max: connections });
  server.subscribe(subject, {
    callback: (_error, message) => {
      void mighty.query({ ...own, values: message.json<unknown[]>() }).then((found) => message.respond(JSON.stringify(found.rows[0])));
    },
  });
  app.get<ById>('/floor/:network/practices/:id', async ({ params }, reply) => {
    const answer = await client.request(subject, JSON.stringify([networks[params.network], params.id]), { timeout: 5000 });
    return said(reply, answer.data);
  });
  await app.listen({ port, host: '127.0.0.1' });
}

process.on('message', (settings: ReferenceSettings) => {
  void start(settings).then(
    () => process.send?.('ready'),
    (error: unknown) => process.send?.(String(error)),
  );
});
process.once('disconnect', () => process.exit());
