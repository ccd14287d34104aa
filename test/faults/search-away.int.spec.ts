import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { editPractice, submitPractice, type EditablePractice, type PracticeContent } from '@alianza/contracts/repository/practices';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { editConcept } from '@alianza/contracts/repository/taxonomy';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { firstId } from '@alianza/repository/data/cursor-keys';
import { documentOf } from '@alianza/repository/search/meilisearch/documents';
import { rowsAfter } from '@alianza/repository/search/meilisearch/feed.queries';
import { remakeIndex } from '@alianza/repository/search/meilisearch/remake-index';
import { MeilisearchServer, TaskFailedError } from '@alianza/repository/search/meilisearch/meilisearch-server';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { newId } from '@alianza/platform/ids';
import { published, revised } from '@alianza/testing/builders/practices';
import { connectTo } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import { addRow, tries } from '@alianza/testing/faults/fault-table';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { rebuiltByCommand } from './search-rebuilt.js';
import { SearchStandIn, type Mood } from './search-stand-in.js';

const index = 'practices';
/** What is published without being waited for must be found by whoever answers. */
const deadline = 5000;
let engine: SearchStandIn;
let orm: Awaited<ReturnType<typeof connectTo>>;
let world: World;
let setting: Setting;
let lost = 0;
let acknowledged = 0;

beforeAll(async () => {
  engine = await SearchStandIn.start();
  world = await openWorld(['membership', 'repository', 'gateway'], { search: { url: engine.url, key: engine.admin } });
  setting = await openSetting(world);
  orm = await connectTo('repository');
}, 90_000);
afterAll(async () => {
  await orm.close();
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
/** Asked until it does, since a machine may stand still for longer than anybody waits for it. */
const byEngine = (q = '', more: object = {}) =>
  eventually(async () => {
    const found = await search(q, more);
    return found.engine === 'meilisearch' && found;
  }, 40_000);
const titles = ({ items }: SearchResult) => items.map(({ title }) => title).toSorted();

/** What the engine is to hold: each record as it is published now. */
async function everything() {
  const rows = await inNetwork(orm.em, { networkId: null, timeout: 10_000, readOnly: true }, (em) =>
    rowsAfter(em, [firstId, firstId], 1000),
  );
  return rows.map(documentOf).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
/** Until the engine answers, with everything that is published, as it is published. */
const recovered = () =>
  eventually(async () => {
    const { engine: who, degraded } = await search();
    return who === 'meilisearch' && !degraded && isDeepStrictEqual(engine.indexes.documentsIn(index), await everything());
  }, 40_000);

/** Once the engine was given everything, whatever became of it. */
const allGiven = () =>
  eventually(async () => {
    const unfed = `select practice_id from published_change c left join published_feed f using (network_id) where c.changed_at > coalesce(f.fed_to, '-infinity')`;
    return (await rowsOf('repository', unfed)).length === 0;
  });
const adminOf = () => new MeilisearchServer({ MEILI_URL: engine.url, MEILI_KEY: engine.admin, MEILI_INDEX: index });
const remade = () => remakeIndex(orm, adminOf());

/** Where it took longer while the machine stood still, another like it is judged. */
async function inTime(q: string, more: object): Promise<SearchResult> {
  const timed = async (asked: object) => {
    const [began, delay] = [performance.now(), monitorEventLoopDelay()];
    delay.enable();
    const found = await search(q, asked);
    delay.disable();
    return { found, took: performance.now() - began, stoodStill: delay.max > 1e9 };
  };
  const { found, took, stoodStill } = await timed(more);
  const judged = took >= deadline && stoodStill ? await timed({ ...more, limit: 99 }) : { took };
  expect(judged.took).toBeLessThan(deadline);
  return found;
}

const slugs = ({ items }: SearchResult) => items.map(({ slug }) => slug);
/** Searches until the work is done: what was there before and is lacking in any answer, and which part of them did not come from the engine. */
async function searchedWhile<T>(begin: () => Promise<T>) {
  const before = slugs(await search('', { limit: 100 }));
  const lacking = new Set<string>();
  let [turns, instead, isOver] = [0, 0, false];
  const working = begin().finally(() => (isOver = true));
  working.catch(() => undefined); // told below
  for (; !isOver; turns++) {
    const found = await search('', { limit: 60 + (turns % 40) });
    if (found.degraded || found.engine !== 'meilisearch') instead++;
    for (const slug of before) if (!slugs(found).includes(slug)) lacking.add(slug);
    await pause(20);
  }
  return { made: await working, lacking: [...lacking], instead: instead / turns };
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
  expect(await byEngine('ludoteca')).toMatchObject({ degraded: false, total: 1 });
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
    const first = await byEngine('', { limit: 1, sort: 'title' });
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
      const found = await eventually(async () => {
        const answer = await inTime('despacio', { limit });
        return answer.engine === 'meilisearch' && answer;
      }, 40_000);
      expect(found).toMatchObject({ degraded: false, total: 1 });
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
      await byEngine('despacio', { limit });
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
    expect(engine.indexes.documentsIn(index)).toEqual(await everything());
    engine.indexes.mislay(index, id);
    await degradedSearch(word, [title]);
    await recovered();
    // what everybody asks for may be an answer from before the loss, which the gateway kept
    expect(await byEngine(word, { limit: 30 })).toMatchObject({
      degraded: false,
      items: expect.arrayContaining([expect.objectContaining({ title })]),
    });
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

it('F14: a next version that the engine did not take is given again, and found by its new words', async () => {
  const { id, version, content } = await revised(setting, { title: es('Albergue primero') });
  await recovered();
  const [who, failed] = [await asTitular(setting), engine.indexes.failed];
  engine.mood = 'fails tasks';
  const input = { id, content: { ...content, title: es('Albergue segundo') } };
  const edited = await world.edge.call<EditablePractice>(editPractice, input, { ...who, version });
  const handedIn = await world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, { ...who, version: edited.version });
  await world.edge.call(publishPractice, { id }, { ...(await asReviewer(setting)), version: handedIn.version });
  await eventually(() => engine.indexes.failed > failed);
  engine.mood = 'well';
  await recovered();
  expect(titles(await byEngine('segundo', { limit: 61 }))).toEqual(['Albergue segundo']);
}, 90_000);

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
  await byEngine('', { limit: 31 });
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

it('F14: a task that never ends is an error in its time, and nothing counts as given', async () => {
  const fedTo = () => rowsOf('repository', 'select fed_to from published_feed where network_id = $1', [setting.network.id]);
  await publish('Antes de la espera');
  await allGiven();
  const [admin, before] = [adminOf(), await fedTo()];
  engine.mood = 'never ends a task';
  const { id } = await publish('Espera sin fin');
  await eventually(() => engine.indexes.waiting > 0);
  const endless = admin.done(admin.admin.index(index).addDocuments([]), 300);
  await expect(endless).rejects.toThrow(TaskFailedError);
  await expect(endless).rejects.toThrow('still');
  expect([await fedTo(), engine.indexes.idsIn(index).includes(id)]).toEqual([before, false]);
  engine.mood = 'well';
  await recovered();
  expect(engine.indexes.idsIn(index)).toContain(id);
}, 60_000);

it('what searches with the token of a network finds that network alone, whatever it asks for; a forged one finds nothing', async () => {
  await recovered();
  const stranger = { ...engine.indexes.documentsIn(index)[0], id: newId(), network: newId() };
  const admin = adminOf();
  await admin.done(admin.admin.index(index).addDocuments([stranger]));
  const { apiKey = '' } = (await admin.tenant(setting.network.id)).config;
  try {
    const own = engine.indexes.documentsIn(index).filter(({ network }) => network === setting.network.id);
    const { status, ids } = await engine.found(index, apiKey);
    expect([status, ids.toSorted()]).toEqual([200, own.map(({ id }) => id)]);
    const [head = '', payload = '', signature = ''] = apiKey.split('.');
    const elsewhere = Buffer.from(payload, 'base64url').toString().replace(setting.network.id, stranger.network);
    const forged = `${head}.${Buffer.from(elsewhere).toString('base64url')}.${signature}`;
    for (const token of [forged, `${head}.${payload}.`, engine.admin]) expect((await engine.found(index, token)).status).toBe(403);
  } finally {
    engine.indexes.mislay(index, stranger.id);
  }
});

it('F14: the command makes anew what the installation of a data folder searches with, and says so', async () => {
  await recovered();
  const [held, before] = [engine.indexes.idsIn(index), engine.indexes.swaps];
  const said = await rebuiltByCommand({ url: engine.url, key: engine.admin, index });
  expect(said).toContain(`; ${String(held.length)} en el índice de Meilisearch`);
  expect([engine.indexes.idsIn(index), engine.indexes.swaps - before]).toEqual([held, 1]);
}, 60_000);

it('F14: an index that is lost is made again by itself, and anew beside the old one by command', async () => {
  engine.indexes.lose();
  expect(await search('', { limit: 7 })).toMatchObject({ degraded: true });
  await recovered();
  const during = publish('Publicada mientras se rehace');
  const { made, lacking, instead } = await searchedWhile(async () => (await Promise.all([remade(), during]))[0]);
  expect([made > 0, lacking]).toEqual([true, []]);
  expect(instead).toBeLessThanOrEqual(0.1);
  await recovered();
  expect(engine.indexes.names).toEqual([index]);
  addRow({ fault: 'F14', what: 'search down, slow, wrong, lost', tries: tries(11, 32), acknowledged, lost, doubled: 0, gap: null });
  expect(lost).toBe(0);
}, 90_000);
