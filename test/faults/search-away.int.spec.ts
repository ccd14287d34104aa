import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { editConcept } from '@alianza/contracts/repository/taxonomy';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { remakeIndex } from '@alianza/repository/search/meilisearch/remake-index';
import { MeilisearchServer } from '@alianza/repository/search/meilisearch/meilisearch-server';
import { newId } from '@alianza/platform/ids';
import { published } from '@alianza/testing/builders/practices';
import { connectTo } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import { addRow, tries } from '@alianza/testing/faults/fault-table';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { SearchStandIn, type Mood } from './search-stand-in.js';

const index = 'practices';
/** What is published without being waited for must be found by whoever answers. */
const deadline = 5000;
let engine: SearchStandIn;
let world: World;
let setting: Setting;
let lost = 0;
let acknowledged = 0;

beforeAll(async () => {
  engine = await SearchStandIn.start();
  world = await openWorld(['membership', 'repository', 'gateway'], { search: { url: engine.url, key: 'a key of this spec' } });
  setting = await openSetting(world);
}, 90_000);
afterAll(async () => {
  await world.close();
  await engine.leave();
});
beforeEach(() => {
  engine.mood = 'well';
});

const es = (text: string): PracticeContent['title'] => ({ original: 'es', es: text });
const publish = async (title: string) => {
  const practice = await published(setting, { title: es(title) });
  acknowledged++;
  return practice;
};
const search = (q = '', more: object = {}) =>
  world.edge.call<SearchResult>(searchPractices, { q, ...more }, { network: setting.network.code });
const titles = ({ items }: SearchResult) => items.map(({ title }) => title).toSorted();

async function everyId(): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>('repository', 'select practice_id as id from published_practice');
  return rows.map(({ id }) => id).toSorted();
}
/** Until the engine answers, with everything that is published. */
const recovered = () =>
  eventually(async () => {
    const { engine: who, degraded } = await search();
    return who === 'meilisearch' && !degraded && JSON.stringify(engine.indexes.idsIn(index)) === JSON.stringify(await everyId());
  }, 40_000);

/** Once the engine was given everything, whatever became of it. */
const allGiven = () =>
  eventually(async () => {
    const unfed = `select practice_id from published_change c left join published_feed f using (network_id) where c.changed_at > coalesce(f.fed_to, '-infinity')`;
    return (await rowsOf('repository', unfed)).length === 0;
  });
const adminOf = () => new MeilisearchServer({ MEILI_URL: engine.url, MEILI_KEY: 'a key of this spec', MEILI_INDEX: index });
async function remade(): Promise<number> {
  const orm = await connectTo('repository');
  return remakeIndex(orm, adminOf()).finally(() => orm.close());
}

async function inTime(q: string, more: object): Promise<SearchResult> {
  const began = performance.now();
  const found = await search(q, more);
  expect(performance.now() - began).toBeLessThan(deadline);
  return found;
}

/** Nobody waits long, everything is found, and it is said that the other engine answers. */
async function degradedSearch(q: string, expected: readonly string[], more: object = {}): Promise<SearchResult> {
  const found = await inTime(q, more);
  expect(found).toMatchObject({ engine: 'postgresql', degraded: true });
  for (const title of expected) if (!titles(found).includes(title)) lost++;
  expect(titles(found)).toEqual(expect.arrayContaining([...expected]));
  return found;
}

/** A record of a network that nobody here asks for. */
async function publishedElsewhere(): Promise<string> {
  const id = newId();
  const copied = 'organization_id, content, fallback, owner, country_names, named, published_at, version';
  const insert = `insert into published_practice (network_id, practice_id, slug, ${copied})
    select $1, $2, 'de-otra-red', ${copied} from published_practice limit 1`;
  await rowsOf('repository', insert, [newId(), id]);
  return id;
}

it('F14: Meilisearch answers while it is well, with what PostgreSQL shows of it', async () => {
  await publish('Ludoteca de la ribera');
  await recovered();
  expect(await search('ludoteca')).toMatchObject({ engine: 'meilisearch', degraded: false, total: 1 });
  const { facets } = await search('', { country: ['MX'] });
  expect(facets.country).toEqual([{ value: 'MX', label: 'México', count: 1 }]);
}, 60_000);

it.each(['es', 'en'] as const)('more than it counts are told as at least so many, and how to narrow them (%s)', async (lang) => {
  engine.indexes.uncounted = 1000;
  try {
    expect(await search('', { limit: lang === 'es' ? 8 : 9 })).toMatchObject({ total: 1000, totalIsLowerBound: true });
    const page = await fetch(`${world.origin}/${setting.network.code}${lang === 'es' ? '' : '/en'}/practicas`);
    const html = await page.text();
    const text = textIn(lang);
    for (const words of [
      text('results.countAtLeast', { count: 1000 }),
      text('results.seeAtLeast', { count: 1000 }),
      text('results.narrow'),
    ])
      expect(html).toContain(words);
  } finally {
    engine.indexes.uncounted = 0;
  }
});

describe('F14: while Meilisearch', () => {
  const moods: readonly Mood[] = ['hangs', 'errs', 'talks nonsense', 'answers otherwise', 'fails tasks'];
  const tried = moods.filter((mood) => tries(0, 1) === 1 || ['talks nonsense', 'fails tasks'].includes(mood));
  it.each(tried)(
    '%s, PostgreSQL answers, writes go on, and nothing is missing afterwards',
    async (mood) => {
      const word = mood.replaceAll(' ', '');
      engine.mood = mood;
      await publish(`Escrita ${word}`);
      // an engine that takes nothing any more is found out when it lags
      if (mood !== 'fails tasks') await degradedSearch(word, [`Escrita ${word}`]);
      else if (tries(0, 1) === 1) await eventually(async () => (await search(word)).degraded, 30_000);
      engine.mood = 'well';
      await recovered();
      expect(titles(await search('escrita', { limit: 50 + tried.indexOf(mood) }))).toContain(`Escrita ${word}`);
    },
    90_000,
  );

  it('is down, not every request waits for it, and lists go on where they were', async () => {
    await publish('Casa de día del puerto');
    await recovered();
    const first = await search('', { limit: 1, sort: 'title' });
    expect(first.engine).toBe('meilisearch');
    await engine.leave();
    const rest = await search('', { limit: 100, sort: 'title', cursor: first.nextCursor ?? '' });
    expect(rest).toMatchObject({ engine: 'postgresql', degraded: true });
    const whole = await search('', { limit: 100, sort: 'title' });
    expect([...first.items, ...rest.items].map(({ slug }) => slug)).toEqual(whole.items.map(({ slug }) => slug));
    const page = await fetch(`${world.origin}/${setting.network.code}/practicas?q=casa`);
    expect(await page.text()).toContain(textIn('es')('results.degraded'));
    await publish('Publicada sin motor');
    const found = (limit: number) => degradedSearch('motor', ['Publicada sin motor'], { limit });
    for (const limit of [10, 11, 12]) await found(limit);
    await engine.comeBack();
    engine.mood = 'hangs';
    const before = engine.searches;
    await Promise.all(Array.from({ length: 20 }, (_none, turn) => found(20 + turn)));
    expect(engine.searches - before).toBeLessThanOrEqual(1);
    engine.mood = 'well';
    await recovered();
  }, 90_000);
});

describe('F14: an engine that answers in good form', () => {
  const title = 'Escrita despacio';
  /** No two questions alike: the gateway keeps answers. */
  let turn = 30;
  beforeAll(async () => {
    await publish(title);
    await recovered();
  });

  it('but slowly answers what takes one question; what takes several is answered without it', async () => {
    engine.mood = 'is slow';
    for (const limit of Array.from({ length: tries(1, 5) }, () => turn++)) {
      expect(await inTime('despacio', { limit })).toMatchObject({ engine: 'meilisearch', degraded: false, total: 1 });
      await degradedSearch('despasio', [title], { limit });
    }
  }, 60_000);

  it.each([
    ['records of another network', 'names others', publishedElsewhere],
    ['records that are nowhere', 'names others', () => Promise.resolve(newId())],
    ['nothing, of what there is', 'finds nothing', () => Promise.resolve(newId())],
    ['how many there are and none of them', 'shows nothing', () => Promise.resolve(newId())],
  ] as const)(
    'but wrongly, with %s, neither shows nor hides anything',
    async (_what, mood, other) => {
      Object.assign(engine, { mood, others: [await other()] });
      for (const limit of Array.from({ length: tries(1, 4) }, () => turn++)) {
        const found = await degradedSearch('despacio', [title], { limit });
        expect([titles(found), found.total, found.facets.country.map(({ count }) => count)]).toEqual([[title], 1, [1]]);
        expect((await inTime('xilofonista', { limit })).items).toEqual([]);
      }
      engine.mood = 'well';
      const limit = turn++;
      await eventually(async () => (await search('despacio', { limit })).engine === 'meilisearch', 40_000);
    },
    60_000,
  );
});

it('F14: what the engine lost without a word is found, and it has it again by itself or by a rebuild, which takes no index that lacks any', async () => {
  for (const word of ['silencio', 'sigilo', 'penumbra', 'quietud'].slice(0, tries(1, 4))) {
    const title = `Perdida en ${word}`;
    engine.indexes.drops = true;
    const { id } = await publish(title);
    await allGiven();
    expect(engine.indexes.idsIn(index)).not.toContain(id);
    await expect(remade()).rejects.toThrow('the engine holds 0 of');
    engine.indexes.drops = false;
    expect(engine.indexes.idsIn(index)).not.toEqual([]);
    await remade();
    expect(engine.indexes.idsIn(index)).toEqual(await everyId());
    engine.indexes.mislay(index, id);
    await degradedSearch(word, [title]);
    await recovered();
    // what everybody asks for may be an answer from before the loss, which the gateway kept
    const found = () => search(word, { limit: 30 });
    await eventually(async () => (await found()).engine === 'meilisearch', 20_000);
    expect(await found()).toMatchObject({ degraded: false, items: expect.arrayContaining([expect.objectContaining({ title })]) });
  }
}, 90_000);

it('F14: what was withdrawn is never shown, though the engine still has it', async () => {
  const { id } = await publish('Pronto retirada');
  await recovered();
  engine.mood = 'fails tasks';
  await world.edge.call(withdrawPractice, { ...withdrawPractice.example.input, id }, await asSecretariat(setting));
  expect(engine.indexes.idsIn(index)).toContain(id);
  expect((await search('retirada')).items).toEqual([]);
  engine.mood = 'well';
  await recovered();
  expect(engine.indexes.idsIn(index)).not.toContain(id);
}, 60_000);

it('F14: an index that is lost is made again though nobody searched before the next change', async () => {
  engine.indexes.lose();
  await publish('Primera tras la pérdida');
  await recovered();
}, 60_000);

it('F14: what a network means in several ways PostgreSQL is asked, though nothing is amiss', async () => {
  const both = await Promise.all(['children', 'parents'].map((one) => published(setting, { populations: [one as 'children'] })));
  for (const id of ['children', 'parents']) {
    const said = { labels: { es: `Quienes ${id}`, en: `Those ${id}` }, synonyms: { es: ['chalupas'], en: [] } };
    const input = { scheme: 'population', id, ...said, from: null, until: null, retired: false };
    await world.edge.call(editConcept, input, { ...(await asSecretariat(setting)), version: 0 });
  }
  await eventually(async () => (await search('chalupas')).engine === 'postgresql');
  const found = await search('chalupas', { limit: 30 });
  expect(found).toMatchObject({ engine: 'postgresql', degraded: false });
  expect(found.items.map(({ slug }) => slug)).toEqual(expect.arrayContaining(both.map(({ slug }) => slug)));
  expect((await search('', { limit: 31 })).engine).toBe('meilisearch');
}, 60_000);

it('F14: an index that is being made anew misses no new name, and no network that is new', async () => {
  const admin = adminOf();
  const renamed = async () => (await rowsOf('repository', 'select practice_id from published_renamed')).length;
  await eventually(async () => (await renamed()) === 0);
  await admin.done(admin.admin.createIndex(admin.next, { primaryKey: 'id' }));
  await rowsOf('repository', `update published_practice set named = named || '''~nuevo'':1A'::tsvector`);
  const noted = await renamed();
  expect(noted).toBeGreaterThan(0);
  await rowsOf('repository', 'insert into published_feed (network_id, fed_to) values ($1, now())', [newId()]);
  await publish('Publicada entretanto');
  await allGiven();
  expect(await renamed()).toBe(noted);
  await remade();
  await eventually(async () => (await renamed()) === 0);
  const strangers = `select network_id from published_feed where network_id not in (select network_id from published_change)`;
  expect(await rowsOf('repository', strangers)).toEqual([]);
  expect(engine.indexes.names).toEqual([index]);
}, 60_000);

it('F14: an index that is lost is made again by itself, and anew beside the old one by command', async () => {
  engine.indexes.lose();
  expect(await search('', { limit: 7 })).toMatchObject({ degraded: true });
  await recovered();
  const during = publish('Publicada mientras se rehace');
  expect(await remade().finally(() => during)).toBeGreaterThan(0);
  await recovered();
  expect(engine.indexes.names).toEqual([index]);
  addRow({ fault: 'F14', what: 'search down, slow, wrong, lost', tries: tries(11, 32), acknowledged, lost, doubled: 0, gap: null });
  expect(lost).toBe(0);
}, 90_000);
