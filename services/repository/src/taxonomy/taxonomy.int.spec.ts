import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEntries, type AuditEntry } from '@alianza/contracts/audit/entries';
import { openNetwork } from '@alianza/contracts/membership/networks';
import { getChange, type Change } from '@alianza/contracts/repository/harvest';
import { draftPractice, editPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import {
  addConcept,
  conceptEdited,
  editConcept,
  getTaxonomy,
  moveConcept,
  readHistory,
  readTaxonomy,
  type ConceptState,
  type EditedConcept,
  type OfferedConcept,
  type Scheme,
} from '@alianza/contracts/repository/taxonomy';
import { completeContent, published } from '@alianza/testing/builders/practices';
import { codeOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let other: Setting;

beforeAll(async () => {
  world = await openWorld();
  [setting, other] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterAll(() => world.close());

const nothing = { es: [], en: [] };
const always = { from: null, until: null };

const concepts = async (scheme: Scheme, { of = setting, lang = 'es', on }: { of?: Setting; lang?: string; on?: string } = {}) =>
  (await world.edge.call<{ concepts: OfferedConcept[] }>(getTaxonomy, { on }, { network: of.network.code, lang })).concepts.filter(
    (concept) => concept.scheme === scheme,
  );
const read = async (id: string) => {
  const all = await world.edge.call<{ concepts: EditedConcept[] }>(readTaxonomy, {}, await asSecretariat(setting));
  return all.concepts.find((concept) => concept.id === id)!;
};
const add = async (input: object) =>
  world.edge.call<EditedConcept>(addConcept, { synonyms: nothing, ...always, ...input }, await asSecretariat(setting));
const edit = async (id: string, change: object) => {
  const { scheme, labels, synonyms, from, until, retired, version } = await read(id);
  const input = { scheme, id, labels, synonyms, from, until, retired, ...change };
  return world.edge.send<EditedConcept>(editConcept, input, { ...(await asSecretariat(setting)), version });
};
const found = async (input: Record<string, unknown>, lang = 'es') =>
  world.edge.call<SearchResult>(searchPractices, input, { network: setting.network.code, lang });
const slugs = async (q: string) => (await found({ q })).items.map(({ slug }) => slug);

describe('a concept of the product', () => {
  it('is called by the network as it likes, in its facets and for whoever searches, and elsewhere as before', async () => {
    const record = await published(setting, { populations: ['unpaid-carers'] });
    expect(await slugs('xoloitlas')).toEqual([]);
    const labels = { es: 'Cuidanderas', en: 'Kin carers' };
    expect((await edit('unpaid-carers', { labels, synonyms: { es: ['xoloitlas'], en: [] } })).body).toMatchObject({
      labels,
      ownLabels: { en: 'Unpaid carers' },
      version: 1,
      records: 1,
    });
    expect(await eventually(async () => (await slugs('xoloitlas')).includes(record.slug ?? ''))).toBe(true);
    expect(await slugs('kin carers')).toContain(record.slug);
    const { facets } = await found({ population: ['unpaid-carers'], limit: 1 }, 'en');
    expect(facets.population).toContainEqual({ value: 'unpaid-carers', label: 'Kin carers', count: 1 });
    await eventually(async () => (await concepts('population')).some(({ label }) => label === 'Cuidanderas'));
    const theirs = (await concepts('population', { of: other })).find(({ id }) => id === 'unpaid-carers');
    expect(theirs?.label).toBe('Personas cuidadoras no remuneradas');
  });

  it('finds by its new words also what only writes them, and tells harvesters that its records read otherwise', async () => {
    const marked = await published(setting, { populations: ['migrants'] });
    const writing = await published(setting, {
      populations: [],
      context: { original: 'es', es: 'Lo empezaron las transterradas del barrio.' },
    });
    const changed = async () => (await world.edge.call<Change>(getChange, { id: marked.id }, { network: setting.network.code })).changedAt;
    const before = await changed();
    const labels = { es: 'Personas en movilidad', en: 'People on the move' };
    await edit('migrants', { labels, synonyms: { es: ['transterradas'], en: [] } });
    await eventually(async () => {
      const all = await slugs('people on the move');
      return all.includes(marked.slug ?? '') && all.includes(writing.slug ?? '');
    });
    await eventually(async () => (await changed()) > before);
  });
});

describe('a concept of the network', () => {
  it('is offered in its period, then only kept by what has it', async () => {
    const area = { scheme: 'priorityArea', labels: { es: 'Intercambio y comunidades', en: 'Exchange and communities' } };
    const { id } = await add({ ...area, from: '2020-01-01', until: '2100-12-31' });
    expect(id).toBe('exchange-and-communities');
    const titular = await asTitular(setting);
    const content = completeContent({ priorityAreas: [id] });
    const record = await world.edge.call<EditablePractice>(draftPractice, { content }, titular);
    await edit(id, { until: '2023-12-31' });
    await eventually(async () => (await concepts('priorityArea'))[0]?.until === '2023-12-31');
    expect((await concepts('priorityArea'))[0]).toMatchObject({ id, offered: false });

    expect(codeOf(await world.edge.send(draftPractice, { content }, titular))).toEqual([400, 'input-invalid']);
    const kept = { id: record.id, content: { ...content, place: 'Otro valle' } };
    expect((await world.edge.send(editPractice, kept, { ...titular, version: record.version })).status).toBe(200);
    const unknown = await world.edge.send(draftPractice, { content: completeContent({ sector: 'army' }) }, titular);
    expect([unknown.status, unknown.body.errors]).toMatchObject([400, [{ pointer: '/content/sector' }]]);
  });

  it('is read as it was on a day, and comes where it was put', async () => {
    const { id } = await add({ scheme: 'population', labels: { es: 'Personas del mar', en: 'Seafarers' } });
    const yesterday = `update published_concept set since = since - interval '2 days' where concept = $1 returning since`;
    await rowsOf('repository', yesterday, [id]);
    await edit(id, { labels: { es: 'Gente de mar', en: 'Sea people' } });
    const dayBefore = `select to_char(now() at time zone $1 - interval '1 day', 'YYYY-MM-DD') as day`;
    const [day] = await rowsOf<{ day: string }>('repository', dayBefore, [openNetwork.example.input.zone]);
    const labelOn = async (on?: string) => (await concepts('population', { on })).find((concept) => concept.id === id)?.label;
    expect(await labelOn(day?.day)).toBe('Personas del mar');
    await eventually(async () => (await labelOn()) === 'Gente de mar');

    const { version } = await read(id);
    const secretariat = await asSecretariat(setting);
    const { items } = await world.edge.call<{ items: ConceptState[] }>(readHistory, { scheme: 'population', id }, secretariat);
    expect(items.map(({ labels: { es }, upTo }) => [es, upTo !== null])).toEqual([
      ['Gente de mar', false],
      ['Personas del mar', true],
    ]);
    expect(items[1]?.upTo).toBe(items[0]?.since);
    await world.edge.call(moveConcept, { scheme: 'population', id, before: 'older-persons' }, { ...secretariat, version });
    const order = async () => (await concepts('population')).slice(0, 3).map((concept) => concept.id);
    await eventually(async () => (await order())[1] === id);
    expect(await order()).toEqual(['children', id, 'older-persons']);
  });

  it('begins and ends with the days of the network’s zone', async () => {
    const secretariat = await asSecretariat(setting);
    const labels = { es: 'Con día', en: 'With a day' };
    const { id } = await add({ scheme: 'priorityArea', labels });
    // A day apart at every instant.
    const [first, last] = [
      await world.people.openNetwork({ zone: 'Pacific/Pago_Pago' }),
      await world.people.openNetwork({ zone: 'Pacific/Kiritimati' }),
    ];
    const [row] = await rowsOf<{ day: string }>(
      'repository',
      `select to_char(now() at time zone 'Pacific/Pago_Pago', 'YYYY-MM-DD') as day`,
      [],
    );
    const copy = `insert into published_concept (network_id, scheme, concept, labels, synonyms, place, starts_on, ends_on, retired, version, since)
      select $1, scheme, concept, labels, synonyms, place, starts_on, $2::date, retired, version, since from published_concept where network_id = $3 and concept = $4`;
    for (const network of [first, last]) await rowsOf('repository', copy, [network.id, row?.day, setting.network.id, id]);
    const offered = async ({ code }: { code: string }) => {
      const { concepts: all } = await world.edge.call<{ concepts: OfferedConcept[] }>(getTaxonomy, {}, { network: code });
      return all.find((concept) => concept.id === id)?.offered;
    };
    expect([await offered(first), await offered(last)]).toEqual([true, false]);

    await edit(id, { labels: { es: 'Con otro nombre', en: 'With a day' } });
    const asOf = async (on: string) => {
      const all = await world.edge.call<{ concepts: EditedConcept[] }>(readTaxonomy, { on }, secretariat);
      return all.concepts.find((concept) => concept.id === id)?.labels.es;
    };
    expect([await asOf('2001-01-01'), await asOf('2100-01-01')]).toEqual([undefined, 'Con otro nombre']);
  });

  it('is not called as another, and keeps its identifier apart', async () => {
    const input = { scheme: 'sector', synonyms: nothing, ...always };
    const labels = { es: 'Cooperativa', en: 'Academia' };
    expect(codeOf(await world.edge.send(addConcept, { ...input, labels }, await asSecretariat(setting)))).toEqual([409, 'concept-exists']);
    expect((await add({ scheme: 'sector', labels: { es: 'Mujeres en red', en: 'Women' } })).id).toBe('women-2');
  });
});

describe('the taxonomy', () => {
  it('is edited by the secretariat alone, by whoever read it last, and every edit is in the log', async () => {
    const [titular, secretariat] = [await asTitular(setting), await asSecretariat(setting)];
    expect(codeOf(await world.edge.send(readTaxonomy, {}, titular))).toEqual([403, 'forbidden']);
    const { scheme, labels, synonyms, from, until, version } = await read('women');
    const input = { scheme, id: 'women', labels: { ...labels, es: 'Las mujeres' }, synonyms, from, until, retired: false };
    await world.edge.call(editConcept, input, { ...secretariat, version });
    expect(codeOf(await world.edge.send(editConcept, input, { ...secretariat, version }))).toEqual([412, 'version-stale']);
    const log = async () =>
      (await world.edge.call<{ items: AuditEntry[] }>(listAuditEntries, { limit: 100 }, await setting.as('auditor'))).items;
    await eventually(async () => (await log()).some(({ subject }) => subject === conceptEdited.subject));
  });

  it('keeps the five Rs five and the levels as many as they are, called as the network likes, and periods in order', async () => {
    expect(codeOf(await edit('reduce', { retired: true }))).toEqual([422, 'concept-stays']);
    expect((await edit('reduce', { labels: { es: 'Aligerar', en: 'Lighten' } })).status).toBe(200);
    const labels = async () => (await concepts('fiveR')).map(({ label }) => label);
    await eventually(async () => (await labels())[1] === 'Aligerar');
    expect(await labels()).toHaveLength(5);
    const record = await published(setting, { level: 'municipal' });
    expect(codeOf(await edit('municipal', { retired: true }))).toEqual([422, 'concept-stays']);
    const called = { labels: { es: 'Alcaldías', en: 'Boroughs' }, synonyms: { es: ['ayuntamientillos'], en: [] } };
    expect((await edit('municipal', called)).body).toMatchObject({ scheme: 'level', ownLabels: { es: 'Municipal' }, records: 1 });
    await eventually(async () => (await slugs('ayuntamientillos')).includes(record.slug ?? ''));
    const { facets } = await found({ level: ['municipal'], limit: 1 });
    expect(facets.level).toContainEqual({ value: 'municipal', label: 'Alcaldías', count: 1 });
    expect(await concepts('level')).toHaveLength(6);
    expect(codeOf(await edit('women', { from: '2026-01-01', until: '2025-01-01' }))).toEqual([400, 'input-invalid']);
    for (const scheme of ['fiveR', 'level'])
      expect((await world.edge.send(addConcept, { ...addConcept.example.input, scheme }, await asSecretariat(setting))).status).toBe(400);
  });
});
