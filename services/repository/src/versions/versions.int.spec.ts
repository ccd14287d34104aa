import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmImport, listImportRows, type ImportRow } from '@alianza/contracts/repository/imports';
import {
  editPractice,
  getPractice,
  readPractice,
  submitPractice,
  type EditablePractice,
  type PublishedPractice,
} from '@alianza/contracts/repository/practices';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { searchPractices } from '@alianza/contracts/repository/search';
import {
  beginVersion,
  compareVersions,
  discardVersion,
  getVersion,
  listVersions,
} from '@alianza/contracts/repository/publication/versions';
import { checkedImport, csvOf, settledImport } from '@alianza/testing/builders/imports';
import { completeContent, known, published, revised, withdrawn } from '@alianza/testing/builders/practices';
import { connectTo } from '@alianza/testing/databases';
import type { Asked } from '@alianza/testing/edge';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { markAwayOwners } from '../migrations/0025-stand-ins.js';

let world: World;
let setting: Setting;
let titular: Person;
let anybody: Asked;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  titular = await asTitular(setting);
  anybody = { network: setting.network.code };
}, 60_000);
afterAll(() => world.close());

const at = (person: Person, version: number): Person => ({ ...person, version });
const title = { original: 'es', es: 'Cuentas de horas (ficticia)' } as const;
const results = { original: 'es', es: 'En dos años se cuidaron 3,000 horas.' } as const;

interface Listed {
  items: { version: number; changed: string[] }[];
}

/** The second version of a practice, as far as its publication. */
async function secondOf(draft: EditablePractice): Promise<EditablePractice> {
  const content = { ...draft.content, title: { original: 'es', es: 'Cuentas de tiempo (ficticia)' }, results };
  const edited = await world.edge.call<EditablePractice>(editPractice, { id: draft.id, content }, at(titular, draft.version));
  const handedIn = await world.edge.call<EditablePractice>(submitPractice, { id: draft.id, terms: 1 }, at(titular, edited.version));
  const reviewer = await asReviewer(setting);
  return world.edge.call<EditablePractice>(publishPractice, { id: draft.id }, at(reviewer, handedIn.version));
}

describe('a new version', () => {
  it('is read by nobody until it is published; then both stay readable and can be compared', async () => {
    const draft = await revised(setting, { title });
    expect(draft).toMatchObject({ status: 'draft', slug: 'cuentas-de-horas-ficticia', publishedAt: expect.any(String) });
    const { slug } = draft;
    expect(await world.edge.call<PublishedPractice>(getPractice, { slug }, anybody)).toMatchObject({ title: title.es, version: 1 });

    const second = await secondOf(draft);
    expect(second).toMatchObject({ status: 'published', slug });
    const read = (version: number) => world.edge.call<PublishedPractice>(getVersion, { slug, version }, anybody);
    expect(await read(2)).toMatchObject({ title: 'Cuentas de tiempo (ficticia)', results: results.es, version: 2 });
    expect(await read(1)).toMatchObject({ title: title.es, version: 1 });
    const list = await world.edge.call<Listed>(listVersions, { slug }, anybody);
    expect(list.items.map(({ version, changed }) => [version, changed])).toEqual([
      [2, ['title', 'results']],
      [1, []],
    ]);
    const compared = await world.edge.call<{ since: number; changes: { field: string }[] }>(compareVersions, { slug, version: 2 }, anybody);
    expect([compared.since, compared.changes.map(({ field }) => field)]).toEqual([1, ['title', 'results']]);
    expect(await world.edge.call(compareVersions, { slug, version: 1 }, anybody)).toEqual({ since: null, changes: [] });
    expect(await world.edge.refusal(getVersion, { slug, version: 3 }, anybody)).toEqual([404, 'practice-not-found']);
    const page = `${world.origin}/${setting.network.code}/practicas/${slug ?? ''}/versiones/1`;
    const html = await (await fetch(page)).text();
    for (const fact of ['Valle Imaginario', 'Red Ejemplo (ficticia)', 'Versión 1', 'CC BY 4.0', 'id="cita"', page])
      expect(html).toContain(fact);
    const bibtex = await fetch(`${page}/citation?style=bibtex`);
    expect([bibtex.status, (await bibtex.text()).includes(page)]).toEqual([200, true]);
    const found = await world.edge.call<{ items: { slug: string }[] }>(searchPractices, { q: 'cuentas de tiempo' }, anybody);
    expect(found.items.map((item) => item.slug)).toContain(slug);
  });

  it('can be dropped, and then is as if it had never been begun', async () => {
    const draft = await revised(setting);
    const edited = await world.edge.call<EditablePractice>(
      editPractice,
      { id: draft.id, content: { ...draft.content, results } },
      at(titular, draft.version),
    );
    const dropped = await world.edge.call<EditablePractice>(discardVersion, { id: draft.id }, at(titular, edited.version));
    expect(dropped).toMatchObject({ status: 'published', content: draft.content });
    expect((await world.edge.call<Listed>(listVersions, { slug: draft.slug }, anybody)).items).toHaveLength(1);
  });

  it('is begun by its own organisation, of what is published, once', async () => {
    const { id, version } = await published(setting);
    const neighbour = await world.people.enrol('titular', setting.network, await world.people.openOrganization(setting.network));
    expect(await world.edge.refusal(beginVersion, { id }, at(neighbour, version))).toEqual([404, 'practice-not-found']);
    const begun = await world.edge.call<EditablePractice>(beginVersion, { id }, at(titular, version));
    expect(await world.edge.refusal(beginVersion, { id }, at(titular, begun.version))).toEqual([409, 'practice-not-published']);
  });

  it('of what was withdrawn is gone with it', async () => {
    const { slug } = await withdrawn(setting);
    for (const [operation, input] of [
      [listVersions, { slug }],
      [getVersion, { slug, version: 1 }],
    ] as const)
      expect(await world.edge.refusal(operation, input, anybody)).toEqual([410, 'practice-withdrawn']);
  });
});

describe('a next version that a sheet brings', () => {
  /** A sheet of one row, checked and written. */
  async function written(row: Readonly<Record<string, string>>, as?: 'drafts') {
    const staff = await asSecretariat(setting);
    const { id, digest } = await checkedImport(setting, { bytes: csvOf([Object.keys(row), Object.values(row)]), ...(as && { as }) });
    const { items } = await world.edge.call<{ items: ImportRow[] }>(listImportRows, { id }, staff);
    await world.edge.call(confirmImport, { id, digest }, staff);
    await settledImport(setting, id);
    const [made] = (await world.edge.call<{ items: ImportRow[] }>(listImportRows, { id }, staff)).items;
    const practice = await world.edge.call<EditablePractice>(readPractice, { id: made?.practiceId }, staff);
    return { checked: items[0], practice };
  }

  it('is a draft where a review published the present one, whose terms stay', async () => {
    const staff = await asSecretariat(setting);
    const { practice: begun } = await written(
      { reference: randomUUID(), title_es: 'Borrador (ficticia)', summary_es: 'Se turnan.' },
      'drafts',
    );
    const input = { id: begun.id, content: completeContent() };
    const draft = await world.edge.call<EditablePractice>(editPractice, input, at(staff, begun.version));
    const { version } = await world.edge.call<EditablePractice>(submitPractice, { id: draft.id, terms: 1 }, at(staff, draft.version));
    const { slug } = await world.edge.call<EditablePractice>(publishPractice, { id: draft.id }, at(await asReviewer(setting), version));
    const { checked, practice } = await written({ id: draft.id, title_es: 'De la hoja (ficticia)', summary_es: 'Otro resumen.' });
    expect([checked?.outcome, checked?.problems.length]).toEqual(['change', 1]);
    expect(practice).toMatchObject({ id: draft.id, status: 'draft', content: { title: { es: 'De la hoja (ficticia)' } } });
    const page = await world.edge.call<PublishedPractice>(getPractice, { slug }, anybody);
    expect(page).toMatchObject({ version: 1, title: draft.content.title.es, terms: { version: 1 } });
  });

  it('tells which translations are older than what it says, where none was reviewed', async () => {
    const row = { reference: randomUUID(), title_es: 'De la hoja (ficticia)', title_en: 'Of the sheet', summary_es: 'Se turnan.' };
    expect((await written(row)).practice.stale).toEqual([]);
    const { practice } = await written({ ...row, title_es: 'De otra hoja (ficticia)' });
    expect(practice).toMatchObject({ status: 'published', stale: [{ field: 'title', language: 'en' }] });
  });
});

it('records of whoever was away before that was kept with them are marked, in each network', async () => {
  const away = await openSetting(world);
  await known(away);
  const { id } = await published(away);
  await rowsOf('repository', `update organization_copy set status = 'withdrawn' where network_id = $1`, [away.network.id]);
  const orm = await connectTo('repository'); // bound by row-level security, as whoever migrates is
  await orm.em.fork().execute(markAwayOwners);
  await orm.close();
  const marked = await rowsOf('repository', 'select practice_id as id from published_practice where owner_away');
  expect(marked).toContainEqual({ id });
  expect(await rowsOf('repository', 'select from published_practice where network_id = $1 and owner_away', [setting.network.id])).toEqual(
    [],
  );
});
