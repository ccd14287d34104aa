import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { listCounts, readCounts, readMonthlyCounts, type CountedMonth } from '@alianza/contracts/repository/publication/counts';
import { importPractice } from '@alianza/contracts/repository/imports';
import { startGateway } from '@alianza/gateway/start';
import { Visits } from '@alianza/gateway/visits/visits';
import { environmentsFor } from '@alianza/local/environments';
import { freePort } from '@alianza/local/servers/free-port';
import { shiftClocks } from '@alianza/platform/clock';
import { startService } from '@alianza/platform/run/run-service';
import { attachmentAddress } from '@alianza/contracts/repository/files/picture-files';
import { publishedWithFiles } from '@alianza/testing/builders/files/record-files';
import { smallPdf } from '@alianza/testing/builders/files/uploads';
import { completeContent } from '@alianza/testing/builders/practices';
import { definitionOf } from '@alianza/testing/definitions';
import { mightyDatabase } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import type { Person, TestNetwork } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting } from '@alianza/testing/setting';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { CountsPurge, countsQueue } from '@alianza/repository/counts/counts.purge';
import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

type Gateway = Awaited<ReturnType<typeof startGateway>>;

const aDay = 86_400_000;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

let standing: OpenSurroundings;
let network: TestNetwork;
let repository: INestApplicationContext;
/** Two replicas behind a proxy of ours, which is this spec. */
let gateways: { app: Gateway; origin: string }[];

beforeAll(async () => {
  await eventually(() => aDay - (Date.now() % aDay) > 180_000, 200_000); // all in one day
  standing = await openSurroundings();
  const environments = environmentsFor(standing.parts);
  const others = [await startService(definitionOf('membership'), environments.membership)];
  repository = await startService(definitionOf('repository'), environments.repository);
  // Every ten minutes it would run by itself: begun while clocks are shifted, it would take for over the day in which the next case counts.
  await rowsOf('repository', 'delete from pgboss.schedule where name = $1', [countsQueue]);
  await rowsOf('repository', `delete from pgboss.job where name = $1 and state < 'active'`, [countsQueue]);
  const own = new URL(standing.origin).port;
  gateways = [];
  for (const port of [own, String(await freePort())]) {
    const app = await startGateway({ ...environments.gateway, TRUSTED_PROXIES: '127.0.0.1', PORT: port });
    gateways.push({ app, origin: `http://127.0.0.1:${port}` });
  }
  network = await standing.people.openNetwork();
  stop = async () => {
    for (const { app } of gateways) await app.close();
    for (const service of [repository, ...others]) await service.close();
    await standing.close();
  };
}, 300_000);
let stop: () => Promise<void>;
afterAll(() => stop());
afterEach(() => shiftClocks(0));

async function practice(): Promise<string> {
  const slug = `leida-${randomUUID().slice(0, 8)}`;
  const operator = { network: network.code, token: await standing.people.operator() };
  await standing.edge.call(importPractice, { slug, content: completeContent() }, operator);
  return slug;
}

interface Visitor {
  address?: string;
  agent?: string;
  method?: string;
  headers?: Record<string, string>;
  gateway?: number;
}

async function visit(slug: string, { address = '203.0.113.7', agent = firefox, method = 'GET', headers = {}, gateway = 0 }: Visitor = {}) {
  const said = { 'x-forwarded-for': address, 'user-agent': agent, accept: 'text/html', ...headers };
  const response = await fetch(`${gateways[gateway]?.origin ?? ''}/${network.code}/practicas/${slug}`, { method, headers: said });
  await response.text();
  return response;
}

const rows = (slug: string) =>
  rowsOf<{ views: number; downloads: number }>('repository', 'select views, downloads from published_count where slug = $1 order by day', [
    slug,
  ]);

const forgetSalts = () => rowsOf('repository', 'delete from count_salt where network_id = $1', [network.id]);
/** None has drawn a salt yet that another does not know. */
async function beginDay(): Promise<void> {
  await forgetSalts();
  for (const { app } of gateways) app.get<Visits, { salts: Map<string, unknown> }>(Visits).salts.clear();
}

/** What all gateways have met, told: a visit is noted only after its answer has left. */
async function expectTold(slug: string, views: readonly number[]): Promise<void> {
  const told = async () => {
    for (const { app } of gateways) await app.get(Visits).tell();
    return (await rows(slug)).map((row) => row.views);
  };
  await eventually(async () => JSON.stringify(await told()) === JSON.stringify(views)).catch(() => undefined);
  expect(await told()).toEqual(views);
}

describe('a visitor', () => {
  it('counts once a day, however often and at whichever gateway', async () => {
    const slug = await practice();
    for (const gateway of [0, 0, 1]) await visit(slug, { gateway });
    await expectTold(slug, [1]);
    await visit(slug, { gateway: 1 });
    await expectTold(slug, [1]);
  });

  it('is another by address or browser', async () => {
    const slug = await practice();
    await visit(slug);
    await visit(slug, { address: '203.0.113.8' });
    await visit(slug, { agent: safari, gateway: 1 });
    await expectTold(slug, [3]);
  });

  it('counts anew the next day, when nothing is left by which to know them', async () => {
    const slug = await practice();
    await visit(slug);
    await expectTold(slug, [1]);
    const kept = async () => {
      const days = await rowsOf<{ days: number; visitors: number }>(
        'repository',
        `select (select count(*)::int from count_salt where network_id = $1) as days,
          (select count(*)::int from count_visitor where network_id = $1 and slug = $2) as visitors`,
        [network.id, slug],
      );
      return days[0];
    };
    expect(await kept()).toEqual({ days: 1, visitors: 1 });
    shiftClocks(aDay);
    await repository.get(CountsPurge, { strict: false }).purge();
    expect(await kept()).toEqual({ days: 0, visitors: 0 });
    // Yesterday's pass, which is good for ten seconds and kept for five, is not taken today.
    await eventually(async () => (await visit(slug)).status === 200);
    await expectTold(slug, [1, 1]);
    expect(await kept()).toEqual({ days: 1, visitors: 1 });
    shiftClocks(0);
    await beginDay();
  });

  it('whose visit is told as the day ends, when its salt is gone, counts with the next', async () => {
    const slug = await practice();
    await visit(slug);
    await expectTold(slug, [1]);
    await forgetSalts();
    await visit(slug, { address: '203.0.113.60' });
    const visits = gateways[0]!.app.get<Visits, { met: Map<string, unknown>; tell(): Promise<void> }>(Visits);
    await eventually(async () => visits.met.size > 0 || (await rows(slug))[0]?.views === 2); // noted, or told already
    await visits.tell(); // once: a gateway that leaves has no other chance
    expect((await rows(slug)).map((row) => row.views)).toEqual([2]);
    await beginDay();
  });

  it('is known by nothing that is kept', async () => {
    const slug = await practice();
    await visit(slug, { address: '203.0.113.99' });
    await expectTold(slug, [1]);
    const all = await rowsOf('repository', 'select * from count_visitor where slug = $1', [slug]);
    expect(all).toHaveLength(1);
    expect(JSON.stringify(all)).not.toMatch(/203\.0|Firefox|Mozilla/);
    const cookies = (await visit(slug)).headers.getSetCookie();
    expect(cookies).toEqual([]);
  });
});

describe('who takes a file along', () => {
  it('counts as a download once a day, at whichever gateway; a robot does not', async () => {
    const slug = await practice();
    const file = `${slug}/citation?style=ris`;
    await visit(file);
    await visit(file, { gateway: 1 });
    await visit(file, { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' });
    await visit(file, { address: '203.0.113.8' });
    await expectTold(slug, [0]);
    await visit(slug);
    await expectTold(slug, [1]);
    expect(await rows(slug)).toEqual([{ views: 1, downloads: 2 }]);
  });

  it('counts as much with a file of the record, which comes as it was brought', async () => {
    const setting = await openSetting({ ...standing, service: () => repository });
    const { practice, attachment } = await publishedWithFiles(setting);
    const slug = practice.slug ?? '';
    const file = attachmentAddress(setting.network.code, slug, attachment);
    const take = async (gateway: number, address: string) => {
      const headers = { 'x-forwarded-for': address, 'user-agent': firefox };
      const taken = await fetch((gateways[gateway]?.origin ?? '') + file, { headers });
      expect([taken.status, Buffer.from(await taken.arrayBuffer()).equals(smallPdf)]).toEqual([200, true]);
    };
    for (const gateway of [0, 1]) await take(gateway, '203.0.113.7');
    await take(0, '203.0.113.8');
    await expectTold(slug, [0]);
    expect(await rows(slug)).toEqual([{ views: 0, downloads: 2 }]);
  });
});

describe('nobody counts', () => {
  it('who is a robot, looks at the head alone, reads ahead or finds nothing', async () => {
    const slug = await practice();
    await visit(slug, { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' });
    await visit(slug, { method: 'HEAD' });
    await visit(slug, { headers: { 'sec-purpose': 'prefetch' } });
    await visit(`${slug}-no`);
    await visit(slug);
    await expectTold(slug, [1]);
  });
});

describe('counting', () => {
  it('is not waited for: pages are there while the database counts nothing, and nothing is lost', async () => {
    const slug = await practice();
    const client = new pg.Client(await mightyDatabase('repository'));
    await client.connect();
    await client.query('begin');
    await client.query('lock table count_visitor in access exclusive mode');
    const waiting = `select from pg_locks where relation = 'count_visitor'::regclass and not granted`;
    try {
      await visit(slug);
      await eventually(async () => {
        void gateways[0]?.app.get(Visits).tell(); // a visit is noted only after its answer has left
        return (await rowsOf('repository', waiting)).length > 0;
      });
      expect((await visit(slug, { address: '203.0.113.50' })).status).toBe(200);
      expect(await rows(slug)).toEqual([]);
    } finally {
      await client.query('rollback');
      await client.end();
    }
    await expectTold(slug, [2]);
  });

  it('says its sum to the public, and by month to whoever owns the record', async () => {
    const slug = await practice();
    for (const last of ['1', '2', '3']) await visit(slug, { address: `198.51.100.${last}` });
    await expectTold(slug, [3]);
    const asked = { network: network.code };
    const sum = () => standing.edge.call<{ views: number }>(readCounts, { slug }, asked);
    expect(await eventually(async () => (await sum()).views > 0 && sum())).toEqual({ views: 3, downloads: 0 });
    expect((await standing.edge.send(readCounts, { slug: 'no-hay' }, asked)).status).toBe(404);
    const secretariat = await standing.people.enrol('secretariat', network, await standing.people.openOrganization(network));
    const [row] = await rowsOf<{ id: string }>('repository', 'select practice_id as id from published_practice where slug = $1', [slug]);
    const own = await standing.edge.call<{ months: { month: string }[]; total: object }>(
      readMonthlyCounts,
      { id: row?.id ?? '' },
      {
        ...secretariat,
        actingFor: undefined,
      },
    );
    expect(own).toEqual({
      months: [{ month: expect.stringMatching(/^\d{4}-\d\d$/), views: 3, downloads: 0 }],
      total: { views: 3, downloads: 0 },
    });
  });

  it('says all of it by record and month: to an organisation its own, to the secretariat everybody’s', async () => {
    const slug = await practice();
    await visit(slug);
    await expectTold(slug, [1]);
    const organization = await standing.people.openOrganization(network);
    const [secretariat, titular] = [
      await standing.people.enrol('secretariat', network, organization),
      await standing.people.enrol('titular', network, organization),
    ];
    const walk = async (person: Person, input: object) => {
      const rows: CountedMonth[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: { items: CountedMonth[]; nextCursor: string | null } = await standing.edge.call(
          listCounts,
          { ...input, ...(cursor !== undefined && { cursor }) },
          person,
        );
        rows.push(...page.items);
        cursor = page.nextCursor;
      }
      return rows;
    };
    const all = await walk(secretariat, { of: 'network', limit: 100 });
    expect(all.find((row) => row.slug === slug)).toEqual({
      slug,
      title: expect.stringMatching(/./),
      month: expect.stringMatching(/^\d{4}-\d\d$/),
      views: 1,
      downloads: 0,
    });
    expect(await walk(secretariat, { of: 'network', limit: 2 })).toEqual(all);
    expect(await walk(titular, {})).toEqual([]);
    const ofNobody = await standing.people.enrol('secretariat', network);
    expect((await walk(ofNobody, {})).map((row) => row.slug)).toContain(slug);
    expect((await standing.edge.send(listCounts, { of: 'network' }, titular)).status).toBe(403);
  });
});
