import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { listAuditEntries } from '@alianza/contracts/audit/entries';
import { listImportMappings, listImportRows, listImports, confirmImport, mapImport } from '@alianza/contracts/repository/imports';
import type { ImportRow, PracticeImport } from '@alianza/contracts/repository/imports';
import { getPractice, readPractice, type EditablePractice, type PublishedPractice } from '@alianza/contracts/repository/practices';
import { listVersions } from '@alianza/contracts/repository/publication/versions';
import { importFields } from '@alianza/contracts/imports/import-columns';
import { inNetwork } from '@alianza/platform/data/tenancy';
import type { Of } from '@alianza/platform/imports/import-tables';
import { ImportJobs } from '@alianza/platform/imports/steps/import-jobs.service';
import type { Within } from '@alianza/platform/imports/steps/import-steps.service';
import { begunImport, checkedImport, csvOf, mapped, settledImport } from '@alianza/testing/builders/imports';
import { published } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { proposeFields } from './mapping/propose.js';

type Apply = (of: Of, within: Within) => Promise<void>;

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const rowsOfImport = async (id: string, outcome?: string) => {
  const input = { id, limit: 100, ...(outcome !== undefined && { outcome }) };
  return (await world.edge.call<{ items: ImportRow[] }>(listImportRows, input, await asSecretariat(setting))).items;
};
const confirm = async ({ id, digest }: PracticeImport) =>
  world.edge.send<PracticeImport & { code?: string }>(confirmImport, { id, digest }, await asSecretariat(setting));
async function applied(checked: PracticeImport, within?: number): Promise<PracticeImport> {
  const { status, body } = await confirm(checked);
  expect([status, body.status]).toEqual([200, 'applying']);
  return settledImport(setting, checked.id, within);
}
const jobs = () =>
  world.service('repository').get<ImportJobs, { application: { apply: Apply }; steps: { check: Apply } }>(ImportJobs, { strict: false });
const practiceCount = async () =>
  (await rowsOf<{ n: number }>('repository', 'select count(*)::int as n from practice where network_id = $1', [setting.network.id]))[0]?.n;
const read = (slug: string, lang = 'es') =>
  world.edge.call<PublishedPractice>(getPractice, { slug }, { network: setting.network.code, lang });

const heads = [
  'Título',
  'Title in English',
  'Resumen',
  'Tipo',
  'País',
  'Población objetivo',
  'Cinco R',
  'Año de inicio',
  'Fuente',
  'Enlace',
  'Clave',
];
const sheet = (over: Partial<Record<string, string>> = {}) =>
  csvOf(
    [
      heads,
      heads.map((head) => ({ ...row, ...over })[head] ?? ''),
      'Guardería del mercado (ficticia)||Cuida mientras se vende.|ley o política|CO; Uruguay||||Informe||B-2'.split('|'),
    ],
    ';',
  );
const row = {
  Título: 'Ñandú: relevos de noche (ficticia)',
  'Title in English': 'Night shifts (fictional)',
  Resumen: 'Quienes cuidan se turnan "de noche";\nasí descansan.',
  Tipo: 'Buena práctica',
  País: 'México',
  'Población objetivo': 'niñez | Personas mayores',
  'Cinco R': 'remunerar, redistribuir',
  'Año de inicio': '2019',
  Fuente: 'Informe anual | https://example.org/dos',
  Enlace: 'https://example.org/uno',
  Clave: 'A-1',
};

describe('a sheet', () => {
  it('is checked without anything being written, then becomes records, and the same again changes nothing', async () => {
    const before = await practiceCount();
    const checked = await checkedImport(setting, { bytes: sheet(), name: 'Prácticas 2026.csv' });
    expect(checked.columns.map(({ proposed }) => proposed)).toEqual([
      ...[
        'title_es',
        'title_en',
        'summary_es',
        'type',
        'countries',
        'populations',
        'five_rs',
        'start_year',
        'sources',
        'source_urls',
        'reference',
      ],
    ]);
    expect([checked.status, checked.counts, await practiceCount()]).toEqual([
      'checked',
      { create: 2, change: 0, same: 0, error: 0 },
      before,
    ]);
    const done = await applied(checked);
    expect([done.status, done.result]).toEqual(['done', { created: 2, changed: 0, same: 0, skipped: 0, failed: 0 }]);
    const practice = await read('nandu-relevos-de-noche-ficticia');
    expect(practice).toMatchObject({
      title: row.Título,
      summary: row.Resumen,
      countries: ['MX'],
      populations: ['children', 'older-persons'],
      fiveRs: ['reward', 'redistribute'],
      startYear: 2019,
      owner: null,
      sources: [
        { title: 'Informe anual', url: 'https://example.org/uno', publisher: null },
        { title: 'example.org', url: 'https://example.org/dos', publisher: null },
      ],
    });
    expect((await read('nandu-relevos-de-noche-ficticia', 'en')).title).toBe('Night shifts (fictional)');
    const again = await checkedImport(setting, { bytes: sheet() });
    expect(again.counts).toEqual({ create: 0, change: 0, same: 2, error: 0 });
    expect((await applied(again)).result).toEqual({ created: 0, changed: 0, same: 2, skipped: 0, failed: 0 });
    expect(await practiceCount()).toBe(before! + 2);
  });

  it('known by its own key changes its record as a new version, whatever its title has become', async () => {
    const checked = await checkedImport(setting, { bytes: sheet({ Título: 'Ñandú de noche (ficticia)', País: 'MX|Chile' }) });
    const [change] = await rowsOfImport(checked.id, 'change');
    expect([checked.counts, change?.changes]).toEqual([{ create: 0, change: 1, same: 1, error: 0 }, ['title_es', 'countries']]);
    await applied(checked);
    const renewed = await eventually(async () => {
      const answer = await read('nandu-relevos-de-noche-ficticia'); // kept by the gateway until it hears of the new version
      return answer.version === 2 && answer;
    });
    expect(renewed).toMatchObject({ title: 'Ñandú de noche (ficticia)', countries: ['MX', 'CL'] });
    const { items } = await world.edge.call<{ items: unknown[] }>(
      listVersions,
      { slug: 'nandu-relevos-de-noche-ficticia' },
      { network: setting.network.code },
    );
    expect(items).toHaveLength(2);
  });

  it('becomes drafts of the network where that is chosen', async () => {
    const bytes = csvOf([heads.slice(0, 3), ['Por revisar (ficticia)', '', 'Le falta la fuente.']]);
    const done = await applied(await checkedImport(setting, { bytes, as: 'drafts' }));
    expect(done.result).toMatchObject({ created: 1 });
    const [made] = await rowsOfImport(done.id);
    const draft = await world.edge.call<EditablePractice>(readPractice, { id: made?.practiceId }, await asSecretariat(setting));
    expect(draft).toMatchObject({ status: 'draft', organization: null, content: { title: { es: 'Por revisar (ficticia)' } } });
    expect((await checkedImport(setting, { bytes, as: 'drafts' })).counts).toMatchObject({ same: 1, create: 0 });
  });

  it('that the open data gave out comes back as it was', async () => {
    await published(setting, { title: { original: 'es', es: '=1+1 es una suma (ficticia)' } });
    for (const format of ['csv', 'xlsx']) {
      const answer = await fetch(`${world.origin}/${setting.network.code}/datos-abiertos/practicas.${format}`);
      const checked = await checkedImport(setting, { bytes: Buffer.from(await answer.arrayBuffer()), name: `practicas.${format}` });
      expect([format, checked.counts]).toEqual([format, { create: 0, change: 0, same: checked.rows, error: 0 }]);
      expect(checked.rows).toBeGreaterThan(2);
    }
  });

  it('says of each row what is wrong, in the language of whoever reads, and as a table that nothing runs', async () => {
    const bytes = csvOf([
      ['Título', 'Resumen', 'País', 'Año', 'Nivel', 'id'],
      ['=HYPERLINK("https://example.org")', '', 'Atlántida', 'pronto', 'galáctico', ''],
      ['La misma', 'Una.', '', '', '', 'K'],
      ['Otra', 'Dos.', '', '', '', 'K'],
    ]);
    const checked = await checkedImport(setting, { bytes });
    const [first, second] = await rowsOfImport(checked.id, 'error');
    expect(first?.problems.map(({ column, text }) => [column, text])).toEqual([
      ['País', 'No se reconoce «Atlántida» en «Países». Puede escribirse el nombre en español o inglés, o su código.'],
      ['Nivel', expect.stringContaining('Se admiten: Internacional · Nacional')],
      ['Año', '«pronto» no es un año. Se escribe con cuatro cifras, por ejemplo 2019.'],
      ['Resumen', expect.stringContaining('Falta «Resumen')],
    ]);
    expect([second?.number, second?.problems[0]?.text]).toEqual([4, expect.stringContaining('La fila 3 es del mismo registro')]);
    const asked = `${world.origin}/api/v1/${setting.network.code}/imports/${checked.id}/report?lang=en`;
    const ticket = (await world.edge.fetch<{ url: string }>(asked, 'POST', '{}', await asSecretariat(setting))).body;
    const report = await fetch(world.origin + ticket.url);
    const text = await report.text();
    expect([report.headers.get('content-type'), text.split('\r\n')[0]]).toEqual([
      'text/csv; charset=utf-8',
      'Row,Title,Column,Value,What to correct',
    ]);
    expect(text).toContain(`2,"'=HYPERLINK(""https://example.org"")",País,Atlántida,`);
  });
});

describe('what was checked', () => {
  const one = (title: string) =>
    csvOf([
      ['Título', 'Resumen', 'País'],
      [title, 'Algo.', 'MX'],
    ]);

  it('is all that can be confirmed: not other columns, not another digest, not records that changed since', async () => {
    const bytes = one('Se comprueba dos veces (ficticia)');
    const [mine, theirs] = [await checkedImport(setting, { bytes }), await checkedImport(setting, { bytes })];
    const secretariat = await asSecretariat(setting);
    const wrong = await confirm({ ...mine, digest: 'f'.repeat(64) });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'import-stale']);
    const fields = mapped(mine, { fields: { País: null } });
    const other = await world.edge.call<PracticeImport>(mapImport, { id: mine.id, mapping: fields }, secretariat);
    expect(other.digest).not.toBe(mine.digest);
    expect((await confirm(mine)).body.code).toBe('import-stale');
    await applied(theirs);
    const late = await confirm(other);
    expect([late.status, late.body.code]).toEqual([409, 'import-stale']);
    expect((await confirm(theirs)).body.code).toBe('import-not-open');
  });

  it('goes on where a process died, writes each row once, and skips what changed meanwhile', async () => {
    const rows = Array.from({ length: 55 }, (_none, index) => [`Registro ${String(index)} de muchos (ficticio)`, 'Algo.', 'MX']);
    const bytes = csvOf([['Título', 'Resumen', 'País'], ['Guardería del mercado (ficticia)', 'Otro resumen.', 'MX'], ...rows]);
    const checked = await checkedImport(setting, { bytes });
    expect(checked.counts).toEqual({ create: 55, change: 1, same: 0, error: 0 });
    const before = await practiceCount();
    const { application } = jobs();
    const apply = application.apply.bind(application);
    let transactions = 0;
    const dying =
      (within: Within): Within =>
      async (work) => {
        transactions++;
        if (transactions === 1)
          await rowsOf(
            'repository',
            `update practice set version = version + 1 where slug = 'guarderia-del-mercado-ficticia' and network_id = $1`,
            [setting.network.id],
          );
        if (transactions === 2) throw new Error('the process died');
        return within(work);
      };
    application.apply = (of, within) => apply(of, dying(within));
    const done = await applied(checked).finally(() => (application.apply = apply));
    expect([transactions, done.result]).toEqual([5, { created: 55, changed: 0, same: 0, skipped: 1, failed: 0 }]);
    expect(await practiceCount()).toBe(before! + 55);
  }, 60_000);

  it('takes 12 milliseconds for each row at most, once it has begun', async () => {
    const many = Number(process.env.PRACTICE_ROWS ?? 120);
    const rows = Array.from({ length: many }, (_none, index) => [
      `Práctica ${String(index)} de la hoja larga (ficticia)`,
      'Se turnan.',
      'MX',
    ]);
    const begun = performance.now();
    const done = await applied(await checkedImport(setting, { bytes: csvOf([['Título', 'Resumen', 'País'], ...rows]) }), 150_000);
    const took = performance.now() - begun;
    process.stdout.write(`a sheet of ${String(many)} practices, read, checked and written: ${took.toFixed(0)} ms\n`);
    expect(done.result).toMatchObject({ created: many });
    expect(took).toBeLessThan(process.env.PRACTICE_ROWS ? 5000 + many * 12 : 60_000);
  }, 160_000);

  it('is written once, also where the same sheet is applied twice at once and by processes that do not know of each other', async () => {
    const titles = Array.from({ length: 30 }, (_none, index) => [`Borrador ${String(index)} de dos hojas (ficticio)`, 'Algo.']);
    const sheets = { bytes: csvOf([['Título', 'Resumen'], ...titles]), as: 'drafts' as const };
    const both = [await checkedImport(setting, sheets), await checkedImport(setting, sheets)];
    const { application } = jobs();
    const apply = application.apply.bind(application);
    application.apply = () => Promise.resolve();
    const before = await practiceCount();
    const confirmed = await Promise.all(both.map(confirm)).finally(() => (application.apply = apply));
    expect(confirmed.map(({ status }) => status)).toEqual([200, 200]);
    const networkId = setting.network.id;
    const em = world.service('repository').get(EntityManager, { strict: false });
    const within: Within = (work) => inNetwork(em, { networkId, timeout: 30_000 }, work);
    await Promise.all([...both, ...both].map(({ id }) => apply({ networkId, importId: id }, within)));
    const results = await Promise.all(both.map(async ({ id }) => (await settledImport(setting, id)).result));
    expect(results.reduce((sum, result) => sum + result!.created, 0)).toBe(30);
    expect(results.reduce((sum, result) => sum + result!.skipped, 0)).toBe(30);
    expect(await practiceCount()).toBe(before! + 30);
  }, 60_000);

  it('is checked anew for other columns, also while the job that checked those before is not told as done', async () => {
    const rows = Array.from({ length: 160 }, (_none, index) => [`Fila ${String(index)} (ficticia)`, 'Algo.', 'MX']);
    const begun = await begunImport(setting, { bytes: csvOf([['Título', 'Resumen', 'País'], ...rows]) });
    const { steps } = jobs();
    const check = steps.check.bind(steps);
    const held = Promise.withResolvers<undefined>();
    let first: PracticeImport | undefined;
    steps.check = (of, within) => check(of, within).then(() => held.promise);
    const choose = async (over: object) => {
      const input = { id: begun.id, mapping: mapped(begun, over) };
      return (await world.edge.call<PracticeImport>(mapImport, input, await asSecretariat(setting))).status;
    };
    try {
      expect(await choose({})).toBe('checking');
      first = await settledImport(setting, begun.id);
      expect(await choose({ fields: { País: null } })).toBe('checking');
    } finally {
      held.resolve(undefined);
      steps.check = check;
    }
    const second = await settledImport(setting, begun.id);
    expect([second.status, second.digest === first?.digest]).toEqual(['checked', false]);
  }, 60_000);

  it('is kept with who, when and of which file, told to the audit, and listed', async () => {
    const checked = await checkedImport(setting, { bytes: one('Queda en la lista (ficticia)'), name: 'lista.csv' });
    const done = await applied(checked);
    const secretariat = await asSecretariat(setting);
    const { items } = await world.edge.call<{ items: PracticeImport[] }>(listImports, {}, secretariat);
    expect(items[0]).toMatchObject({ id: done.id, name: 'lista.csv', status: 'done', begunBy: secretariat.id, result: { created: 1 } });
    expect([done.sha256, done.confirmedBy]).toEqual([expect.stringMatching(/^[\da-f]{64}$/), secretariat.id]);
    const lead = await setting.as('secretariat-lead');
    const told = await eventually(async () => {
      const log = await world.edge.call<{ items: { subject: string; aggregateId: string }[] }>(listAuditEntries, { limit: 100 }, lead);
      const subjects = log.items.filter(({ aggregateId }) => aggregateId === done.id).map(({ subject }) => subject);
      return subjects.length === 3 && subjects;
    });
    expect(told.map((subject) => subject.split('.')[3]).sort()).toEqual(['begun', 'confirmed', 'finished']);
  });

  it('leaves an organisation’s record to the organisation', async () => {
    const { slug, content } = await published(setting);
    const bytes = csvOf([
      ['slug', 'Título', 'Resumen'],
      [slug ?? '', content.title.es ?? '', 'Otro resumen.'],
    ]);
    const checked = await checkedImport(setting, { bytes });
    const [wrong] = await rowsOfImport(checked.id);
    expect([wrong?.outcome, wrong?.problems[0]?.text]).toEqual(['error', expect.stringContaining('es de una organización')]);
  });
});

describe('columns', () => {
  it('are remembered under a name, for a network alone', async () => {
    await checkedImport(setting, { rememberAs: 'Hojas de la Secretaría' });
    const { items } = await world.edge.call<{ items: { name: string; columns: unknown[] }[] }>(
      listImportMappings,
      {},
      await asSecretariat(setting),
    );
    expect(items.map(({ name, columns }) => [name, columns.length])).toEqual([['Hojas de la Secretaría', 3]]);
    const other = await openSetting(world);
    expect(await world.edge.call(listImportMappings, {}, await asSecretariat(other))).toEqual({ items: [] });
  });

  it('have a template with every heading that is known, and a dictionary in either language', async () => {
    const fetchOne = async (name: string) =>
      Buffer.from(await (await fetch(`${world.origin}/${setting.network.code}/datos-abiertos/${name}`)).arrayBuffer());
    const headings = (await fetchOne('practicas-plantilla.csv')).toString().replace('\uFEFF', '').trim().split(',');
    expect(headings.length).toBeGreaterThan(30);
    expect(proposeFields(headings)).toEqual(headings);
    const filled = Buffer.concat([
      await fetchOne('practicas-plantilla.csv'),
      Buffer.from(headings.map((name) => (/^(?:title|summary)_es$/.test(name) ? 'Algo' : '')).join(',')),
    ]);
    expect((await checkedImport(setting, { bytes: filled })).counts).toMatchObject({ create: 1, error: 0 });
    const workbook = await begunImport(setting, { bytes: await fetchOne('practicas-plantilla.xlsx?lang=en'), name: 'template.xlsx' });
    expect([workbook.status, workbook.failure]).toEqual(['unreadable', expect.stringContaining('no tiene filas')]);
    const dictionary = (await fetchOne('practicas-plantilla-diccionario.csv?lang=en')).toString();
    expect(dictionary).toContain('Children and adolescents');
  });

  it('set nothing that an import may not set, whatever they are headed', async () => {
    const heads = ['__proto__', 'constructor', 'status', 'organizationId', 'networkId', 'owner', 'version', 'Título', 'Resumen', 'licence'];
    const cells = `{"x":1}|x|withdrawn|${setting.organization.id}|x|x|99|De nadie más (ficticia)|Algo.|CC BY-SA 4.0`;
    const named = ['title_es', 'summary_es', 'licence'];
    const bytes = csvOf([heads, cells.split('|')]);
    const begun = await begunImport(setting, { bytes });
    expect(begun.columns.map(({ proposed }) => proposed)).toEqual([...heads.slice(0, 7).map(() => null), ...named]);
    for (const field of ['status', 'organizationId', '__proto__', 'terms_version'])
      expect([field, (importFields as readonly string[]).includes(field)]).toEqual([field, false]);
    const secretariat = await asSecretariat(setting);
    const forced = { ...mapped(begun), fields: begun.columns.map(({ header }) => header) };
    expect((await world.edge.send(mapImport, { id: begun.id, mapping: forced }, secretariat)).status).toBe(400);
    await applied(await checkedImport(setting, { bytes }));
    expect(await read('de-nadie-mas-ficticia')).toMatchObject({ owner: null, licence: 'CC-BY-SA-4.0', version: 1 });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

it('forgets rows after their time and keeps what was done', async () => {
  const done = await applied(await checkedImport(setting));
  const running = await checkedImport(setting);
  await rowsOf('repository', `update practice_import set status = 'applying' where id = $1`, [running.id]);
  await rowsOf('repository', `update practice_import set begun_at = now() - interval '91 days' where id in ($1, $2)`, [
    done.id,
    running.id,
  ]);
  await world.service('repository').get(ImportJobs, { strict: false }).purge();
  const left =
    'select (select count(*)::int from practice_import_row where import_id = $1) as rows, status from practice_import where id = $1';
  expect(await rowsOf('repository', left, [done.id])).toEqual([{ rows: 0, status: 'done' }]);
  expect(await rowsOf('repository', left, [running.id])).toEqual([{ rows: 1, status: 'applying' }]);
});
