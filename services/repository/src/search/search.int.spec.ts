import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPractice } from '@alianza/contracts/repository/imports';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { getPractice } from '@alianza/contracts/repository/practices';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import { openWorld, type World } from '@alianza/testing/world';
import type { TestNetwork } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { readUnfiledPractices } from '@alianza/demo/demo-data';

const all = readUnfiledPractices();
let world: World;
let network: TestNetwork;
let empty: TestNetwork;

beforeAll(async () => {
  world = await openWorld(['membership', 'repository', 'gateway']);
  [network, empty] = [await world.people.openNetwork(), await world.people.openNetwork()];
  const asked = { network: network.code, token: await world.people.operator() };
  for (const { slug, content } of all) await world.edge.call(importPractice, { slug, content }, asked);
}, 60_000);
afterAll(() => world.close());

const search = (input: object, lang = 'es') =>
  world.edge.call<SearchResult>(searchPractices, { ...input }, { network: network.code, lang });
const slugs = ({ items }: SearchResult) => items.map(({ slug }) => slug);

describe('words', () => {
  it.each([
    ['trabajadras del ogar', true, 'campana-es-lo-justo', 13],
    ['trabajadoras del hogar', false, 'campana-es-lo-justo', 13],
    ['cuidado de personas mayore', false, 'fureai-kippu', 13],
    ['guarderias mobiles', false, 'guarderias-moviles', 2],
    ['GUARDERÍAS MÓVILES', false, 'guarderias-moviles', 2],
    ['mansanas del cuydado', true, 'manzanas', 1],
    ['domestc wrkers', true, 'convenio-189', 10],
    ['corresponsab', false, 'vila', 3],
  ])('%p finds what is meant (corrected: %p)', async (q, corrected, slug, atLeast) => {
    const result = await search({ q });
    expect(result).toMatchObject({ corrected, engine: 'postgresql' });
    expect(result.total).toBeGreaterThanOrEqual(atLeast);
    expect(slugs(result).some((found) => found.includes(slug))).toBe(true);
  });

  it('without a meaning of their own are ignored, and those that nobody wrote find nothing', async () => {
    expect((await search({ q: 'de la y' })).total).toBe(all.length);
    expect(await search({ q: 'xyzzy' })).toMatchObject({ total: 0, items: [], corrected: false });
    expect(await search({ q: `' & | ! ( :* "` })).toMatchObject({ total: all.length });
  });

  it('are searched as they are written where that is asked, and otherwise with what was meant said', async () => {
    const q = 'trabajadras del ogar';
    const { corrected, meant } = await search({ q });
    expect([corrected, meant]).toEqual([true, expect.arrayContaining(['trabajadoras', 'hogar'])]);
    expect(await search({ q, exact: 'true' })).toMatchObject({ total: 0, corrected: false, meant: [] });
  });

  it('are marked where they stand', async () => {
    const { items } = await search({ q: 'trabajadras ogar', limit: 1 });
    const [title] = items[0]?.highlights ?? [];
    expect(title?.ranges.map(([start, end]) => title.text.slice(start, end)).join()).toMatch(/trabajadoras del hogar$/);
  });
});

describe('the contract', () => {
  it('marks a passage of another field where title and summary do not have the words', async () => {
    const { items } = await search({ q: 'unicornios dragones' });
    expect(items).toEqual([]);
    const { items: found } = await search({ q: 'pasantías' });
    const [actions] = found.flatMap(({ highlights }) => highlights.filter(({ field }) => field === 'actions'));
    expect(actions?.ranges.map(([start, end]) => actions.text.slice(start, end))).toContain('pasantías');
    expect(actions?.text).not.toContain('<');
  });

  it('labels every facet in the language asked', async () => {
    const labels = async (lang: string) => {
      const { facets } = await search({ q: 'kidogo', sdg: ['4'] }, lang);
      return [facets.sdg, facets.population, facets.sector, facets.level, facets.language].map(([first]) => first?.label);
    };
    expect(await labels('es')).toEqual(['4. Educación de calidad', 'Hogares de bajos ingresos', 'Sector privado', 'Comunitario', 'Inglés']);
    expect(await labels('en')).toEqual(['4. Quality education', 'Children and adolescents', 'Private sector', 'Community', 'English']);
  });

  it.each([{ sdg: ['18'] }, { year: ['20'] }, { level: ['army'] }, { colour: ['red'] }, { sort: 'created_at' }, { exact: 'yes' }])(
    'refuses %p',
    async (input) => {
      const { status, body } = await world.edge.send(searchPractices, input, { network: network.code });
      expect([status, body.code]).toEqual([400, 'input-invalid']);
    },
  );
});

describe('filters and order', () => {
  it('count a facet without its own filter and with the others', async () => {
    const [free, filtered] = [await search({}), await search({ country: ['MX', 'CL'], type: ['law-policy'] })];
    const expected = all.filter(({ content }) => content.type === 'law-policy');
    const inBoth = expected.filter(({ content }) => content.countries.some((code) => code === 'MX' || code === 'CL'));
    expect([free.total, filtered.total]).toEqual([all.length, inBoth.length]);
    const mexico = expected.filter(({ content }) => content.countries.includes('MX')).length;
    expect(filtered.facets.country.find(({ value }) => value === 'MX')).toEqual({ value: 'MX', label: 'México', count: mexico });
    expect(filtered.facets.type.length).toBeGreaterThan(1);
    const english = await search({ fiveR: ['reward'] }, 'en');
    expect(english.facets.type.find(({ value }) => value === 'good-practice')?.label).toBe('Good practice');
  });

  it.each([
    ['relevance', ''],
    ['relevance', 'cuidado'],
    ['newest', ''],
    ['newest', 'cuidado'],
    ['title', ''],
    ['title', 'cuidado'],
  ])('by %s, words %p: pages meet without gap or overlap', async (sort, q) => {
    const whole = await search({ q, sort, limit: 100 });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page: SearchResult = await search({ q, sort, limit: 17, cursor: cursor ?? undefined });
      seen.push(...slugs(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(slugs(whole));
    expect(new Set(seen).size).toBe(whole.total);
  });

  it('refuses a cursor that it did not make', async () => {
    const { status, body } = await world.edge.send(searchPractices, { sort: 'newest', cursor: 'WzFd' }, { network: network.code });
    expect([status, body.code]).toEqual([400, 'input-invalid']);
  });
});

/** As many records again and again, without their lives: what is searched is the public table alone. */
async function multiplied(times: number): Promise<TestNetwork> {
  const other = await world.people.openNetwork();
  const columns = 'organization_id, content, fallback, owner, country_names, named, published_at, version';
  const copies = `insert into published_practice (network_id, practice_id, slug, ${columns})
    select $2, gen_random_uuid(), slug || '-' || n, ${columns} from published_practice, generate_series(1, $3) as n where network_id = $1`;
  await rowsOf('repository', copies, [network.id, other.id, times]);
  return other;
}

describe('more than a thousand', () => {
  it('are counted to the last one, in the list, in each facet and by words', async () => {
    const times = 14;
    const many = await multiplied(times);
    const asked = (input: Record<string, unknown>) =>
      world.edge.call<SearchResult>(searchPractices, input, { network: many.code, lang: 'es' });
    const [few, whole] = [await search({ limit: 1 }), await asked({ limit: 1 })];
    expect(whole.total).toBe(all.length * times);
    expect(whole.total).toBeGreaterThan(1000);
    expect(whole.totalIsLowerBound).toBe(false);
    expect(whole.facets.country).toEqual(few.facets.country.map((one) => ({ ...one, count: one.count * times })));
    const [said, saidOften] = [await search({ q: 'cuidado', limit: 1 }), await asked({ q: 'cuidado', limit: 100 })];
    expect([saidOften.total, saidOften.nextCursor === null]).toEqual([said.total * times, said.total * times <= 100]);
  }, 30_000);
});

describe('what is published', () => {
  it('is read in the language asked, with what is not in it named', async () => {
    const page = await world.edge.call<PublishedPractice>(
      getPractice,
      { slug: 'piloto-cuidados-iztapalapa' },
      { network: network.code, lang: 'en' },
    );
    expect(page).toMatchObject({
      title: 'Care services pilot in the borough of Iztapalapa',
      owner: null,
      licence: 'CC-BY-4.0',
      translations: ['es'],
    });
    expect(page.languages).toMatchObject({ context: 'es' });
    expect(page.languages).not.toHaveProperty('title');
  });

  it('is in no other network', async () => {
    const elsewhere = { network: empty.code };
    const { status, body } = await world.edge.send(getPractice, { slug: 'piloto-cuidados-iztapalapa' }, elsewhere);
    expect([status, body.code]).toEqual([404, 'practice-not-found']);
    for (const q of ['', 'Iztapalapa', 'iztapalpa']) {
      expect(await world.edge.call(searchPractices, { q }, elsewhere)).toMatchObject({ total: 0, items: [], corrected: false });
    }
  });

  it('is imported once', async () => {
    const [first] = all;
    const { slug, content } = first!;
    const asked = { network: network.code, token: await world.people.operator() };
    expect(await world.edge.call(importPractice, { slug, content }, asked)).toEqual({ imported: false });
    expect((await search({})).total).toBe(all.length);
  });
});
