import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { importPractice } from '@alianza/contracts/repository/imports';
import { readUnfiledPractices } from '@alianza/demo/demo-data';
import type { TestNetwork } from '@alianza/testing/people';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { faultsOf } from '@alianza/testing/schemas/validate';
import { openWorld, type World } from '@alianza/testing/world';

const some = readUnfiledPractices().slice(0, 30);
let world: World;
let network: TestNetwork;

const publish = async (practices: typeof some) => {
  const asked = { network: network.code, token: await world.people.operator() };
  for (const { slug, content } of practices) await world.edge.call(importPractice, { slug, content }, asked);
};

beforeAll(async () => {
  world = await openWorld(['membership', 'repository', 'gateway']);
  network = await world.people.openNetwork();
  await publish(some);
  await world.edge.call(registerOrganization, registerOrganization.example.input, {
    network: network.code,
    token: await world.people.operator(),
  });
}, 60_000);
afterAll(() => world.close());

async function read(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address.startsWith('http') ? address : world.origin + address, { headers });
  const body = await response.text();
  if (response.status === 200) expect(await faultsOf(body)).toEqual([]);
  return { status: response.status, headers: response.headers, body };
}
const every = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[^>/]*>([^<]*)</${name}>`, 'g'))].map(([, text]) => (text ?? '').replaceAll('&amp;', '&'));

describe('the sitemap', () => {
  it('leads from robots.txt over its index to every page of a network, in both languages', async () => {
    const robots = await (await fetch(`${world.origin}/robots.txt`)).text();
    const index = await read(/^Sitemap: (.*)$/m.exec(robots)?.[1] ?? 'none');
    const parts = every(index.body, 'loc').filter((address) => address.startsWith(`${world.origin}/${network.code}/`));
    expect(parts).toHaveLength(2);
    const maps = await Promise.all(parts.map((part) => read(part)));
    const pages = maps.flatMap(({ body }) => every(body, 'loc'));
    const home = `${world.origin}/${network.code}`;
    for (const page of [
      '',
      '/en',
      '/practicas',
      '/en/organizaciones',
      '/replicas',
      '/ayuda',
      '/condiciones',
      '/en/privacidad',
      '/en/organizaciones/red-ejemplo',
      ...some.map(({ slug }) => `/en/practicas/${slug}`),
    ])
      expect(pages).toContain(home + page);
    expect(new Set(pages).size).toBe(2 * (some.length + 12));
    expect(maps[1]!.body).toMatch(/<xhtml:link rel="alternate" hreflang="x-default" href="/);
    expect(every(maps[1]!.body, 'lastmod')).toHaveLength(2 * some.length);
    for (const page of pages.slice(0, 20)) expect([page, (await fetch(page)).status]).toEqual([page, 200]);
  });

  it('of no network is not there, and of a wrong range says so', async () => {
    expect((await read('/no-hay-tal-red/sitemap.xml')).status).toBe(404);
    expect((await read(`/${network.code}/sitemap.xml?from=x`)).status).toBe(400);
  });
});

describe('a feed', () => {
  const address = (search = '', lang = '') => `/${network.code}${lang}/practicas.atom${search}`;

  it('holds what a search finds, the last change first, in the language of its address', async () => {
    const { headers, body } = await read(address());
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const updated = every(body, 'updated');
    expect(updated).toHaveLength(some.length + 1);
    expect(updated.slice(1)).toEqual(updated.slice(1).toSorted().toReversed());
    expect(updated[0]).toBe(updated[1]);
    expect(body).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">');
    const laws = some.filter(({ content }) => content.type === 'law-policy');
    const english = await read(address('?type=law-policy&unknown=1', '/en'));
    expect(every(english.body, 'published')).toHaveLength(laws.length);
    expect(english.body).toContain('label="Law or policy"');
    expect(english.body).toContain(
      `<link rel="alternate" type="text/html" href="${world.origin}/${network.code}/en/practicas?type=law-policy"/>`,
    );
    const words = await read(address(`?q=${encodeURIComponent('"<b>ley & cuidado')}`));
    expect(words.body).toContain('«&quot;&lt;b&gt;ley &amp; cuidado»');
  });

  it('is not sent again until something changes, and then says what', async () => {
    const first = await read(address());
    const etag = first.headers.get('etag')!;
    const modified = first.headers.get('last-modified')!;
    for (const headers of [{ 'if-none-match': etag }, { 'if-none-match': `W/${etag}, "x"` }, { 'if-modified-since': modified }] as Record<
      string,
      string
    >[]) {
      const again = await read(address(), headers);
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const [{ slug }] = some as [(typeof some)[number]];
    const change = `update published_practice set owner = 'Otra (ficticia)' where network_id = $1 and slug = $2`;
    await rowsOf('repository', change, [network.id, slug]);
    const fresh = await eventually(async () => {
      const now = await read(address(), { 'if-none-match': etag });
      return now.status === 200 && now;
    });
    expect([fresh.status, every(fresh.body, 'name')[1]]).toEqual([200, 'Otra (ficticia)']);
    expect(every(fresh.body, 'updated')[0]! > every(first.body, 'updated')[0]!).toBe(true);
  });

  it('is named by the pages whose list it is', async () => {
    for (const [page, feed] of [
      ['', 'practicas.atom'],
      ['/en', 'en/practicas.atom'],
      ['/practicas?q=ley&sort=title', 'practicas.atom?q=ley'],
    ]) {
      const html = await (await fetch(`${world.origin}/${network.code}${page ?? ''}`)).text();
      const href = /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)"/.exec(html)?.[1];
      expect(href).toBe(`/${network.code}/${feed ?? ''}`);
    }
  });

  it('of words begins with the last record, however many match better', async () => {
    const many = await world.people.openNetwork();
    const asked = { network: many.code, token: await world.people.operator() };
    const es = (text: string) => ({ original: 'es' as const, es: text });
    const content = { ...some[0]!.content, title: es('Tlacuache') };
    await world.edge.call(importPractice, { slug: 'tlacuache', content }, asked);
    const columns = 'organization_id, content, fallback, owner, country_names, named, published_at, first_published_at, version';
    const copies = `insert into published_practice (network_id, practice_id, slug, ${columns})
      select network_id, gen_random_uuid(), slug || '-' || n, ${columns} from published_practice, generate_series(1, 250) as n where network_id = $1`;
    await rowsOf('repository', copies, [many.id]);
    const last = { ...content, title: es('Otra práctica'), lessons: es('Se aprendió del tlacuache.') };
    await world.edge.call(importPractice, { slug: 'otra', content: last }, asked);
    const { body } = await read(`/${many.code}/practicas.atom?q=tlacuache`);
    expect([every(body, 'title')[1], every(body, 'published').length]).toEqual(['Otra práctica', 100]);
  });

  it('of nothing is still a feed', async () => {
    const empty = await world.people.openNetwork();
    expect(every((await read(`/${empty.code}/practicas.atom`)).body, 'updated')).toEqual(['1970-01-01T00:00:00Z']);
  });
});
