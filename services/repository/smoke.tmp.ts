import 'reflect-metadata';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { provision } from '@alianza/local/databases';
import { startPostgres } from '@alianza/local/servers/postgres';
import { startNats } from '@alianza/local/servers/nats';
import { environmentsFor } from '@alianza/local/environments';
import { startService } from '@alianza/platform/run/run-service';
import { connectNats, openStream } from '@alianza/platform/nats/connection';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { PassSigner } from '@alianza/platform/principals/pass';
import { readPrivateKey } from '@alianza/platform/principals/keys';
import { Clock } from '@alianza/platform/clock';
import { permissionsOf, type Role } from '@alianza/contracts/access';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import * as P from '@alianza/contracts/repository/practices';
import * as R from '@alianza/contracts/repository/reviews';
import { importPractice } from '@alianza/contracts/repository/imports';
import { searchPractices } from '@alianza/contracts/repository/search';
import { completeContent } from '@alianza/testing/builders/practices';
import { definition } from './src/service.js';

const dir = mkdtempSync('/tmp/repo-smoke-');
chmodSync(dir, 0o755);
const [postgres, nats] = await Promise.all([startPostgres(dir, { forgetful: true }), startNats(dir, { forgetful: true, accounts: ['w1'] } as any)]);
let app: any;
try {
  const { repository } = await provision(postgres.url, [definition]);
  const envs = environmentsFor({ mode: 'test', nats: { url: `127.0.0.1:${(nats as any).port}`, user: 'w1', password: (nats as any).password }, databases: { repository }, filesDir: dir, origin: 'http://127.0.0.1:1', host: '127.0.0.1', port: 1, smtpUrl: 'smtp://127.0.0.1:1', webDist: dir, operators: [], logLevel: 'warn' } as any);
  app = await startService(definition, { ...envs.repository, DATABASE_URL: repository });
  const conn = await connectNats({ NATS_URL: envs.repository.NATS_URL, NATS_USER: 'w1', NATS_PASSWORD: (nats as any).password } as any, 'gateway');
  const clock = app.get(Clock, { strict: false });
  const client = new OperationsClient(conn, { name: 'gateway' } as any, new PassSigner('gateway', readPrivateKey(envs.gateway.SERVICE_KEY!), clock));
  const network = randomUUID(); const orgA = randomUUID(); const orgB = randomUUID();
  const who = (roles: Role[], actingFor: string | null = null, orgs: string[] = actingFor ? [actingFor] : []) => ({ networkId: network, account: { issuer: 'x', subject: randomUUID(), email: null }, person: { id: randomUUID(), language: 'es' as const }, roles, permissions: permissionsOf(roles), organizations: orgs.map((id) => ({ id, roles, status: 'active' as const, letterValidUntil: null })), actingFor, service: null });
  const anyone = { networkId: network, account: null, person: null, roles: [], permissions: [], organizations: [], actingFor: null, service: null };
  const call = async (op: any, input: any, principal: any, version?: number, lang = 'es') => {
    try { return JSON.parse((await client.send(op, { principal, body: JSON.stringify(input), lang, version: version === undefined ? undefined : `"${version}"`, idempotencyKey: op.method === 'POST' ? randomUUID() : undefined })).body); }
    catch (e: any) { return { error: e.code, issues: e.issues, params: e.params }; }
  };
  const js = await openStream(conn, 'membership');
  const tell = (id: string, version: number, es: string) => js.publish(organizationRegistered.subject, JSON.stringify({ id: randomUUID(), subject: organizationRegistered.subject, networkId: network, aggregateId: id, aggregateVersion: version, occurredAt: new Date().toISOString(), actor: { personId: null, organizationId: null, service: 'membership' }, cause: 'x', data: { name: { original: 'es', es }, sector: 'academia', country: 'MX', category: null, status: 'active' } }));
  await tell(orgA, 2, 'Red A'); await tell(orgA, 1, 'Red vieja');
  await new Promise((r) => setTimeout(r, 800));
  const titular = who(['titular'], orgA), other = who(['titular'], orgB), reviewer = who(['reviewer']), sec = who(['secretariat']), inA = who(['reviewer', 'editor'], orgA), two = who(['titular'], null, [orgA, orgB]), operator = who(['operator']);
  const es = (t: string) => ({ original: 'es', es: t });
  const d = await call(P.draftPractice, { content: completeContent({ title: es('Bancos de horas para cuidar (ficticia)') as any }) }, titular);
  assert.deepEqual([d.status, d.missing, d.organization], ['draft', [], { id: orgA, name: 'Red A' }], JSON.stringify(d));
  assert.equal((await call(P.draftPractice, { content: completeContent() }, two)).error, 'acting-for-required');
  assert.equal((await call(P.draftPractice, { content: completeContent() }, reviewer)).error, 'forbidden');
  const ofNetwork = await call(P.draftPractice, { content: completeContent({ lessons: null, sources: [] }) }, sec);
  assert.equal(ofNetwork.organization, null);
  const incomplete = await call(P.submitPractice, { id: ofNetwork.id }, sec, 1);
  assert.deepEqual([incomplete.error, incomplete.issues.map((i: any) => i.pointer)], ['practice-incomplete', ['/content/lessons', '/content/sources']]);
  for (const x of [other, sec]) assert.equal((await call(P.readPractice, { id: d.id }, x)).error, 'practice-not-found');
  assert.equal((await call(R.readReview, { id: d.id }, reviewer)).error, 'practice-not-found');
  assert.equal((await call(P.submitPractice, { id: d.id }, titular, 9)).error, 'version-stale');
  assert.equal((await call(P.submitPractice, { id: d.id }, titular)).error, 'version-required');
  const s = await call(P.submitPractice, { id: d.id }, titular, 1);
  assert.deepEqual([s.status, s.version], ['submitted', 2]);
  assert.equal((await call(P.editPractice, { id: d.id, content: s.content }, titular, 2)).error, 'practice-not-editable');
  assert.equal((await call(R.publishPractice, { id: d.id }, inA, 2)).error, 'practice-own-decision');
  const q = await call(R.listReviews, { limit: 20 }, reviewer);
  assert.deepEqual([q.total, q.items.length, q.items[0].organization, q.items[0].comments], [1, 1, 'Red A', 0]);
  const c = await call(R.requestChanges, { id: d.id, comments: [{ field: 'results', text: '¿De qué año?' }] }, reviewer, 2);
  assert.deepEqual([c.status, c.comments.length], ['changes-requested', 1]);
  const e = await call(P.editPractice, { id: d.id, content: { ...c.content, results: es('En 2025, 1,200 horas.') } }, titular, 3);
  assert.equal(e.version, 4);
  const s2 = await call(P.submitPractice, { id: d.id }, titular, 4);
  const both = await Promise.all([1, 2].map(() => call(R.publishPractice, { id: d.id }, reviewer, s2.version)));
  console.log('racing publish', both.map((b) => b.status ?? b.error));
  assert.equal(both.filter((b) => b.status === 'published').length, 1);
  const own = await call(P.listOwnPractices, { limit: 1 }, titular);
  assert.deepEqual([own.items.length, own.items[0].slug, own.nextCursor], [1, 'bancos-de-horas-para-cuidar-ficticia', null]);
  for (let i = 0; i < 4; i++) await call(P.draftPractice, { content: completeContent() }, titular);
  const p1 = await call(P.listOwnPractices, { limit: 3 }, titular); const p2 = await call(P.listOwnPractices, { limit: 3, cursor: p1.nextCursor }, titular);
  assert.deepEqual([p1.items.length, p2.items.length, new Set([...p1.items, ...p2.items].map((x: any) => x.id)).size], [3, 2, 5]);
  const slug = own.items[0].slug;
  const page = await call(P.getPractice, { slug }, anyone, undefined, 'en');
  assert.deepEqual([page.owner, page.translations, page.languages.title, page.licence], ['Red A', ['es'], 'es', 'CC-BY-4.0'], JSON.stringify(page));
  await tell(orgA, 3, 'Red A renombrada'); await new Promise((r) => setTimeout(r, 500));
  assert.equal((await call(P.getPractice, { slug }, anyone)).owner, 'Red A renombrada');
  assert.equal((await call(P.getPractice, { slug: 'nada' }, anyone)).error, 'practice-not-found');
  const list = JSON.parse(readFileSync('infra/demo/data/practices.json', 'utf8')) as any[];
  const t = performance.now();
  const imported = await Promise.all(list.map(({ slug: given, content }) => call(importPractice, { slug: given, content }, operator)));
  console.log('80 imports at once', Math.round(performance.now() - t), 'ms', imported.filter((x) => x.imported).length, imported.find((x) => x.error));
  assert.deepEqual(await call(importPractice, { slug: list[0].slug, content: list[0].content }, operator), { imported: false });
  const find = (input: any, lang = 'es', principal: any = anyone) => call(searchPractices, input, principal, undefined, lang);
  for (const query of ['trabajadras del ogar', 'guarderias movilse', 'red renombrada', 'bancos de horas']) {
    const r = await find({ q: query, limit: 3 });
    console.log(query, r.corrected, r.total, r.items?.map((x: any) => [x.slug, JSON.stringify(x.highlights[0]?.ranges)].join(' ')), r.error ?? '', r.engine);
  }
  for (const [sort, query] of [['relevance', ''], ['relevance', 'cuidado'], ['newest', ''], ['newest', 'cuidado'], ['title', ''], ['title', 'cuidado']]) for (const lang of ['es', 'en']) {
    const whole = await find({ q: query, sort, limit: 100 }, lang);
    const seen: string[] = []; let cursor: any;
    do { const r: any = await find({ q: query, sort, limit: 17, ...(cursor ? { cursor } : {}) }, lang); seen.push(...r.items.map((x: any) => x.slug)); cursor = r.nextCursor; } while (cursor);
    assert.deepEqual(seen, whole.items.map((x: any) => x.slug), `${sort} ${query} ${lang}`);
    assert.equal(new Set(seen).size, whole.total);
  }
  const f = await find({ country: ['MX', 'CL'], type: ['law-policy'] });
  console.log(f.total, JSON.stringify(f.facets).slice(0, 600));
  assert.equal((await find({ sort: 'newest', cursor: 'WzFd' })).error, 'input-invalid');
  assert.equal((await find({ q: 'iztapalapa' }, 'es', { ...anyone, networkId: randomUUID() })).total, 0);
  const db = new pg.Client(postgres.url.replace(/\/[^/]*$/, '/alianza_repository')); await db.connect();
  console.log((await db.query(`select event->>'subject' as s, count(*)::int from outbox group by 1`)).rows, (await db.query(`select event->'data' as d from outbox where event->>'subject' like '%drafted%' limit 1`)).rows[0].d);
  console.log((await db.query(`select count(*)::int as words from published_word`)).rows, (await db.query('select count(*)::int dead from dead_letter')).rows);
  await db.end();
  await conn.drain();
  console.log('OK');
} finally {
  await app?.close();
  await Promise.all([postgres.stop(), nats.stop()]);
  rmSync(dir, { recursive: true, force: true });
}
