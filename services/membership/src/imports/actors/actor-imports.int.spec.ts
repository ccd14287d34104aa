import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  beginActorImport,
  confirmActorImport,
  listActorImportRows,
  type ActorImport,
  type ActorImportRow,
} from '@alianza/contracts/membership/imports/actors';
import {
  actorAdded,
  editActor,
  exportActors,
  getActor,
  listActors,
  recognizeActor,
  type ActorFile,
  type ActorRow,
} from '@alianza/contracts/membership/directory/actors';
import type { ImportApplication } from '@alianza/platform/imports/steps/import-application.service';
import { ImportJobs } from '@alianza/platform/imports/steps/import-jobs.service';
import { charted } from '@alianza/testing/builders/actors';
import { csvOf } from '@alianza/testing/builders/imports';
import { appliedActorImport, checkedActorImport } from '@alianza/testing/builders/sheets/actor-imports';
import { codeOf } from '@alianza/testing/edge';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { ActorImportsModule } from './actor-imports.module.js';

let world: World;
let setting: Setting;
let secretariat: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  secretariat = await asSecretariat(setting);
}, 60_000);
afterAll(() => world.close());

const mark = () => randomUUID().slice(0, 8);
const read = (id: string) => world.edge.call<ActorFile>(getActor, { id }, secretariat);
const at = (version: number) => ({ ...secretariat, version });
const saidBy = ({ name, acronym, sector, country, region, website, role, initiatives, sources, contact, shown }: ActorFile) => ({
  ...{ name, acronym, sector, country, region, website, role, initiatives, sources, contact, shown },
});

describe('a sheet of actors', () => {
  const heads = [
    'Clave',
    'Organización',
    'Sector',
    'País',
    'Sitio web',
    'Iniciativas',
    'Fuentes',
    'Correo',
    'Mostrar en el directorio público',
  ];
  const sheet = (...rows: string[][]) => ({ bytes: csvOf([heads, ...rows], ';') });
  const row = (key: string, name: string, over: Partial<Record<(typeof heads)[number], string>> = {}) => {
    const usual: Record<string, string> = {
      Clave: key,
      Organización: name,
      Sector: 'Academia',
      País: 'Chile',
      'Sitio web': `${key}.example.org`,
    };
    return heads.map((head) => over[head] ?? usual[head] ?? '');
  };
  const rowsIn = async ({ id }: ActorImport, lang = 'es') =>
    (await world.edge.call<{ items: ActorImportRow[] }>(listActorImportRows, { id, limit: 100, lang }, secretariat)).items;
  const told = async (it: ActorImport, lang?: string) =>
    (await rowsIn(it, lang)).map(({ outcome, problems }) => [outcome, ...problems.map(({ text }) => text)]);
  const found = async (q: string) => (await world.edge.call<{ items: ActorRow[] }>(listActors, { q }, secretariat)).items;
  const confirm = ({ id, digest }: ActorImport) => world.edge.send(confirmActorImport, { id, digest }, secretariat);

  it('comes onto the map once it is confirmed, writes to nobody, and again changes nothing but what it says otherwise', async () => {
    const [key, name] = [mark(), `Colectiva ${mark()} (ficticia)`];
    const said = {
      Iniciativas: 'Encuesta (2024)',
      Fuentes: 'Directorio',
      Correo: `hola@${key}.example.org`,
      'Mostrar en el directorio público': 'sí',
    };
    const checked = await checkedActorImport(setting, sheet(row(key, name, said)));
    expect([checked.counts, await found(name)]).toEqual([{ create: 1, change: 0, same: 0, error: 0 }, []]);
    expect((await appliedActorImport(setting, checked)).result).toMatchObject({ created: 1, failed: 0 });
    const [made] = await found(name);
    const actor = await read(made?.id ?? '');
    expect(actor).toMatchObject({
      title: name,
      state: 'identified',
      country: 'CL',
      shown: true,
      invitedAt: null,
      contact: { language: 'es' },
    });
    expect(actor).toMatchObject({
      initiatives: [{ title: 'Encuesta', year: 2024 }],
      history: [{ state: 'identified', by: 'secretariat' }],
    });
    const events = `select event ->> 'subject' as subject from outbox where event ->> 'aggregateId' = $1`;
    expect(await rowsOf('membership', events, [actor.id])).toEqual([{ subject: actorAdded.subject }]);
    expect((await checkedActorImport(setting, sheet(row(key, name, said)))).counts).toMatchObject({ same: 1, change: 0, create: 0 });
    const renamed = await checkedActorImport(setting, sheet(row(key, `Red ${name}`, { ...said, País: 'PE' })));
    expect(await rowsIn(renamed)).toMatchObject([{ outcome: 'change', actorId: actor.id, changes: ['name_es', 'country'] }]);
    await appliedActorImport(setting, renamed);
    const now = await read(actor.id);
    expect(now).toMatchObject({ title: `Red ${name}`, country: 'PE', slug: actor.slug, contact: actor.contact, history: actor.history });
    expect(now.version).toBe(actor.version + 1);
  });

  it('tells of the organisation only what was said otherwise of it, whether a sheet or a hand changes whom to write to', async () => {
    const actor = await charted(setting);
    const ofOrganization = `select event ->> 'subject' as subject from outbox o join actor a on a.organization_id::text = o.event ->> 'aggregateId'
      where a.id = $1`;
    const before = await rowsOf('membership', ofOrganization, [actor.id]);
    const bytes = csvOf([
      ['Organización', 'Correo'],
      [actor.title, `hola@${mark()}.example.org`],
    ]);
    const checked = await checkedActorImport(setting, { bytes });
    expect(await rowsIn(checked)).toMatchObject([{ outcome: 'change', changes: ['contact_email'] }]);
    await appliedActorImport(setting, checked);
    const now = await read(actor.id);
    const said = saidBy(now);
    await world.edge.call(editActor, { id: actor.id, ...said, contact: null }, at(now.version));
    expect([before.length, await rowsOf('membership', ofOrganization, [actor.id])]).toEqual([1, before]);
    await world.edge.call(editActor, { id: actor.id, ...said, acronym: 'OTRA' }, at(now.version + 1));
    expect(await rowsOf('membership', ofOrganization, [actor.id])).toHaveLength(2);
  });

  it('without a key is known by the name that was put right since', async () => {
    const [slip, name] = [`Colectvia ${mark()} (ficticia)`, `Colectiva ${mark()} (ficticia)`];
    const keyless = sheet(row('', slip, { 'Sitio web': '' }));
    await appliedActorImport(setting, await checkedActorImport(setting, keyless));
    const actor = await read((await found(slip))[0]?.id ?? '');
    await world.edge.call(editActor, { id: actor.id, ...saidBy(actor), name: { ...actor.name, es: name } }, at(actor.version));
    const again = await checkedActorImport(setting, keyless);
    expect(await rowsIn(again)).toMatchObject([{ outcome: 'same', actorId: actor.id, changes: [] }]);
  });

  it('finds whoever was entered by hand, by name and by web domain, and what was taken as a file is the same', async () => {
    const [byName, bySite] = [await charted(setting), await charted(setting, { shown: true })];
    const rows = [
      row('', byName.title.toUpperCase()),
      row('', 'Con otro nombre (ficticia)', { 'Sitio web': new URL(bySite.website ?? '').host }),
    ];
    const checked = await checkedActorImport(setting, sheet(...rows));
    expect((await rowsIn(checked)).map(({ actorId }) => actorId)).toEqual([byName.id, bySite.id]);
    const { url } = await world.edge.call<{ url: string }>(exportActors, { q: bySite.title, format: 'csv' }, secretariat);
    const bytes = Buffer.from(await (await fetch(world.origin + url)).arrayBuffer());
    expect((await checkedActorImport(setting, { bytes })).counts).toEqual({ create: 0, change: 0, same: 1, error: 0 });
  });

  it('says of each row what is wrong in the language of its reader; who is a member by now is no actor', async () => {
    const member = await world.people.openOrganization(setting.network, {
      name: { original: 'es', es: `Integrante ${mark()} (ficticia)` },
    });
    const [name] = await rowsOf<{ es: string }>('membership', `select name ->> 'es' as es from organization where id = $1`, [member.id]);
    const wrong = row(mark(), 'Mal escrita (ficticia)', {
      Sector: 'pirata',
      Correo: 'sin arroba',
      'Mostrar en el directorio público': 'sí',
    });
    const it = await checkedActorImport(setting, sheet(row(mark(), name?.es ?? ''), wrong));
    expect(it.counts).toMatchObject({ create: 0, error: 2 });
    expect(await told(it)).toEqual([
      [
        'error',
        `«${name?.es ?? ''}» ya es integrante de la red, así que no va en el mapa de actores. Si la fila es de otra organización con el mismo sitio web, se agrega a mano en el mapa.`,
      ],
      [
        'error',
        expect.stringContaining('«pirata» no es un valor de «Sector». Se admiten:'),
        expect.stringContaining('«sin arroba» no es un correo completo'),
      ],
    ]);
    expect(await told(it, 'en')).toMatchObject([
      ['error', expect.stringContaining('is a member of the network already')],
      ['error', expect.any(String), expect.stringContaining('is not a complete email')],
    ]);
    expect(
      codeOf(await world.edge.send(beginActorImport, { uploadId: randomUUID() }, await world.people.enrol('auditor', setting.network)))[0],
    ).toBe(403);
  });

  it('is not confirmed over an actor that was edited, came in or came to be since; what changes after that leaves its row out', async () => {
    const domain = `${mark()}.example.org`;
    const [edited, joined, late] = [await charted(setting), await charted(setting), await charted(setting)];
    const checkedOf = (name: string, site = '') => checkedActorImport(setting, sheet(row('', name, { País: 'UY', 'Sitio web': site })));
    const checks = [await checkedOf(edited.title), await checkedOf(joined.title), await checkedOf(`Nueva ${mark()} (ficticia)`, domain)];
    await world.edge.call(editActor, { id: edited.id, ...saidBy(edited), acronym: 'ED' }, at(edited.version));
    const { id: organizationId } = await world.people.openOrganization(setting.network);
    await world.edge.call(recognizeActor, { id: joined.id, organizationId }, at(joined.version));
    await charted(setting, { website: `https://${domain}/` });
    for (const it of checks) expect(codeOf(await confirm(it))).toEqual([409, 'import-stale']);
    const checked = await checkedOf(late.title);
    const { application } = world
      .service('membership')
      .select(ActorImportsModule)
      .get<ImportJobs, { application: ImportApplication }>(ImportJobs, { strict: true });
    const apply = application.apply.bind(application);
    application.apply = async (of, within) => {
      await world.edge.call(editActor, { id: late.id, ...saidBy(late), acronym: 'LT' }, at(late.version));
      return apply(of, within);
    };
    const done = await appliedActorImport(setting, checked).finally(() => (application.apply = apply));
    expect([done.result, await read(late.id)]).toMatchObject([
      { changed: 0, skipped: 1 },
      { acronym: 'LT', country: 'CL' },
    ]);
  });

  const [many, most] = process.env.ACTOR_ROWS ? [Number(process.env.ACTOR_ROWS), 20] : [300, 60];
  it(`of ${String(many)} rows takes ${String(most)} seconds at most`, async () => {
    const rows = Array.from({ length: many }, (_none, index) => row(`v-${String(index)}`, `Actora ${String(index)} de la hoja (ficticia)`));
    const begun = performance.now();
    const done = await appliedActorImport(setting, await checkedActorImport(setting, sheet(...rows)));
    const took = performance.now() - begun;
    process.stdout.write(`a sheet of ${String(many)} actors, read, checked and written: ${took.toFixed(0)} ms\n`);
    expect(done.result).toMatchObject({ created: many });
    expect(took).toBeLessThan(most * 1000);
  }, 120_000);
});
