import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberImportFields } from '@alianza/contracts/imports/member-import-columns';
import { listOrganizations } from '@alianza/contracts/membership/organizations';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { getPractice, type PublishedPractice } from '@alianza/contracts/repository/practices';
import { confirmImport, importPractice, listImportRows, type ImportRow } from '@alianza/contracts/repository/imports';
import { readUnfiledPractices } from '@alianza/demo/demo-data';
import { lyingWorkbook, workbookOf, workbookWithEntity } from '@alianza/testing/builders/files/workbooks';
import { begunImport, checkedImport, settledImport } from '@alianza/testing/builders/imports';
import { appliedMemberImport, begunMemberImport, checkedMemberImport } from '@alianza/testing/builders/member-imports';
import type { TestNetwork } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { Buffer } from 'node:buffer';
import { readSheet } from 'read-excel-file/node';

const some = readUnfiledPractices().slice(0, 120);
const hostile = '=HYPERLINK("https://example.org","pulse aquí")';
let world: World;
let network: TestNetwork;

const withTitle = (content: PracticeContent): PracticeContent => ({
  ...content,
  title: { original: 'es', es: hostile },
  summary: { original: 'es', es: '- una\r\n- dos, con "comillas" | y barra' },
});

const result = { original: 'es', es: 'Trescientas horas.', en: 'Three hundred hours.' };

/** As the register keeps what was confirmed. */
async function enterReplication(made: number): Promise<void> {
  const content = {
    country: 'CO',
    place: `Ladera ${String(made)} (ficticia)`,
    startYear: 2025,
    endYear: null,
    adaptation: { original: 'pt', pt: hostile },
    result,
    source: { title: 'Cuaderno', url: 'https://example.org/c', publisher: null },
  };
  await rowsOf(
    'repository',
    `insert into published_replication (network_id, replication_id, practice_slug, practice_title, organization_id, organization, content, confirmed_at)
      values ($1, $2, 'formula', $3, $1, $4, $5, now())`,
    [
      network.id,
      `01890000-0000-7000-8000-00000000000${String(made)}`,
      JSON.stringify({ original: 'es', es: 'Fórmula' }),
      JSON.stringify({ original: 'es', es: 'Cooperativa (ficticia)' }),
      JSON.stringify(content),
    ],
  );
}

beforeAll(async () => {
  world = await openWorld(['membership', 'repository', 'gateway']);
  network = await world.people.openNetwork();
  const asked = { network: network.code, token: await world.people.operator() };
  for (const { slug, content } of some) await world.edge.call(importPractice, { slug, content }, asked);
  await world.edge.call(importPractice, { slug: 'formula', content: withTitle(some[0]!.content) }, asked);
  for (const sector of ['civil-society', 'academia']) await world.people.openOrganization(network, { sector });
  for (let made = 1; made <= 3; made++) await enterReplication(made);
}, 60_000);
afterAll(() => world.close());

const fetchFile = async (file: string, headers: Record<string, string> = {}, code = network.code) => {
  const response = await fetch(`${world.origin}/${code}/datos-abiertos/${file}`, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

/** RFC 4180, sign by sign: what a careful reader sees. */
function readCsv(bytes: Buffer): string[][] {
  const text = bytes.toString('utf8');
  expect([text.charCodeAt(0), text.endsWith('\r\n')]).toEqual([0xfeff, true]);
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const end = () => {
    row.push(cell);
    cell = '';
  };
  for (let at = 1; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[at++]!;
    else if (sign === '"') quoted = !quoted;
    else if (quoted || !',\r\n'.includes(sign)) cell += sign;
    else if (sign !== '\r') end();
    if (!quoted && sign === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

type Cell = string | number | string[] | null;
interface Json {
  columns: { name: string; kind: string; es: string; en: string }[];
  codes: { column: string; code: string; es: string; en: string }[];
  records: Record<string, Cell>[];
  licence: { code: string };
  date: string;
}
const readJson = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as Json;

const flat = (value: Cell | undefined) => (Array.isArray(value) ? value.join(' | ') : (value ?? null));
const defused = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);

/** Sheets count from one. */
const sheetOf = (bytes: Buffer, sheet: number) => readSheet(bytes, sheet, { trim: false });

describe.each(['practicas', 'organizaciones', 'replicas'])('open data of %s', (table) => {
  it('are the same in CSV, JSON and XLSX, cell by cell', async () => {
    const [csv, json, xlsx] = await Promise.all(['csv', 'json', 'xlsx'].map((format) => fetchFile(`${table}.${format}`)));
    const { columns, records } = readJson(json!.bytes);
    const names = columns.map(({ name }) => name);
    const expected = records.map((record) => names.map((name) => flat(record[name])));
    const rows = readCsv(csv!.bytes);
    expect(rows[0]).toEqual(names);
    expect(rows.slice(1)).toEqual(expected.map((row) => row.map((cell) => defused(String(cell ?? '')))));
    const sheet = await sheetOf(xlsx!.bytes, 1);
    expect(sheet[0]).toEqual(names);
    const lines = (cell: unknown) => (typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : cell);
    expect(sheet.slice(1).map((row) => row.map(lines))).toEqual(
      expected.map((row) => row.map((cell) => (cell === '' ? null : lines(cell)))),
    );
  });

  it('carry their dictionary in both languages, their licence and their date', async () => {
    const [json, xlsx] = [await fetchFile(`${table}.json`), await fetchFile(`${table}.xlsx`)];
    const { columns, codes, licence, date } = readJson(json.bytes);
    const values = codes.map(({ column, code, es, en }) => [`${column}=${code}`, 'value', es, en]);
    const entries = [...columns.map(({ name, kind, es, en }) => [name, kind, es, en]), ...values];
    if (table !== 'replicas') expect(values).toContainEqual(['sector=civil-society', 'value', 'Sociedad civil', 'Civil society']);
    expect(entries.every((entry) => entry.every((text) => text !== ''))).toBe(true);
    expect(readCsv((await fetchFile(`${table}-diccionario.csv`)).bytes).slice(1)).toEqual(entries);
    expect((await sheetOf(xlsx.bytes, 2)).slice(1)).toEqual(entries);
    expect(await sheetOf(xlsx.bytes, 3)).toContainEqual(['licence', 'CC-BY-4.0']);
    expect([licence.code, json.headers.get('link')]).toEqual(['CC-BY-4.0', expect.stringContaining('rel="license"')]);
    expect(json.headers.get('content-disposition')).toContain(`"${network.code}-${table}-${date}.json"`);
  });

  it('do not change until the data do', async () => {
    for (const format of ['csv', 'json', 'xlsx']) {
      const [first, again] = [await fetchFile(`${table}.${format}`), await fetchFile(`${table}.${format}`)];
      // The container of a workbook carries the time at which it was packed.
      if (format === 'xlsx') expect(await sheetOf(again.bytes, 1)).toEqual(await sheetOf(first.bytes, 1));
      else expect([format, first.bytes.equals(again.bytes)]).toEqual([format, true]);
      const etag = first.headers.get('etag');
      expect([table, etag !== null]).toEqual([table, table === 'practicas']);
      if (etag !== null) expect((await fetchFile(`${table}.${format}`, { 'if-none-match': etag })).status).toBe(304);
    }
  });
});

describe('what they hold', () => {
  it('is what the API says of each record', async () => {
    const { records } = readJson((await fetchFile('practicas.json')).bytes);
    expect(records).toHaveLength(some.length + 1);
    for (const record of records.slice(0, 10)) {
      const slug = String(record.url).split('/').at(-1)!;
      const said = await world.edge.call<PublishedPractice>(getPractice, { slug }, { network: network.code, lang: 'es' });
      expect([record.id, record.title_es, record.results_es, record.countries, record.five_rs, record.start_year, record.evidence]).toEqual(
        [said.id, said.title, said.results, said.countries, said.fiveRs, said.startYear, said.evidence],
      );
    }
    const organizations = readJson((await fetchFile('organizaciones.json')).bytes).records;
    const { items, total } = await world.edge.call<{ items: { slug: string; name: string }[]; total: number }>(
      listOrganizations,
      { limit: 100 },
      { network: network.code, lang: 'es' },
    );
    expect([organizations.length, total]).toEqual([items.length, items.length]);
    for (const { slug, name } of items) expect(organizations.find((row) => row.slug === slug)?.name_es).toBe(name);
  });

  it('is each confirmed replication, in the languages it is written in', async () => {
    const { records } = readJson((await fetchFile('replicas.json')).bytes);
    expect(records).toHaveLength(3);
    expect(records[0]).toMatchObject({
      practice_url: `${world.origin}/${network.code}/practicas/formula`,
      practice_es: 'Fórmula',
      practice_en: null,
      replicator_en: 'Cooperativa (ficticia)',
      country: 'CO',
      place: 'Ladera 1 (ficticia)',
      start_year: 2025,
      end_year: null,
      adaptation_pt: hostile,
      adaptation_es: null,
      result_es: result.es,
      result_en: result.en,
      source: 'Cuaderno. https://example.org/c',
      licence: 'CC-BY-4.0',
    });
  });

  it('is never run by a spreadsheet', async () => {
    const rows = readCsv((await fetchFile('practicas.csv')).bytes);
    const place = rows[0]!.indexOf('title_es');
    expect(rows.map((row) => row[place])).toContain(`'${hostile}`);
    const sheet = await sheetOf((await fetchFile('practicas.xlsx')).bytes, 1);
    expect(sheet.map((row) => row[place])).toContain(hostile); // a text there, no formula
  });

  it('is nothing in a new network, and there are no other files', async () => {
    const empty = await world.people.openNetwork();
    expect(readJson((await fetchFile('practicas.json', {}, empty.code)).bytes).records).toEqual([]);
    expect(readCsv((await fetchFile('practicas.csv', {}, empty.code)).bytes)).toHaveLength(1);
    for (const file of ['personas.csv', 'practicas.xml', 'practicas-diccionario.json', '..%2Fpracticas.csv'])
      expect([file, (await fetchFile(file)).status]).toEqual([file, 404]);
    expect((await fetchFile('practicas.csv', {}, 'no-hay-tal-red')).status).toBe(404);
  });
});

describe('records from a workbook that we did not make', () => {
  const name = 'prácticas.xlsx';
  let at: Setting;
  beforeAll(async () => {
    at = await openSetting(world);
  }, 30_000);

  it('are written with what formulas came to, but for the row that is wrong, of which is told what', async () => {
    const bytes = workbookOf([
      ['Título', 'Resumen', 'Tipo', 'País', 'Año de inicio'],
      ['Ñandutí de relevos (ficticia)', 'Se turnan para cuidar.', 'Buena práctica', 'México', '2019'],
      [
        { formula: 'CONCATENATE("Casa ","Yvypóra (ficticia)")', value: 'Casa Yvypóra (ficticia)' },
        ...['Cuida mientras se vende.', 'Ley o política', 'Paraguay'],
        { formula: '2000+18', value: '2018' },
      ],
      ['De un país que no hay (ficticia)', 'Algo.', 'Buena práctica', 'Atlántida', ''],
    ]);
    const checked = await checkedImport(at, { bytes, name });
    expect(checked.counts).toEqual({ create: 2, change: 0, same: 0, error: 1 });
    const who = await asSecretariat(at);
    const { id, digest } = checked;
    const { items } = await world.edge.call<{ items: ImportRow[] }>(listImportRows, { id, limit: 10, outcome: 'error' }, who);
    expect(items.map(({ problems }) => problems.map(({ text }) => text))).toEqual([[expect.stringContaining('Atlántida')]]);
    await world.edge.call(confirmImport, { id, digest }, who);
    expect(await settledImport(at, id)).toMatchObject({ status: 'done', result: { created: 2 } });
    const read = (slug: string) => world.edge.call<PublishedPractice>(getPractice, { slug }, { network: at.network.code });
    expect(await read('casa-yvypora-ficticia')).toMatchObject({ type: 'law-policy', countries: ['PY'], startYear: 2018 });
    expect(await read('nanduti-de-relevos-ficticia')).toMatchObject({ countries: ['MX'], startYear: 2019 });
  });

  it.each([
    ['unpacks to more than it says', () => lyingWorkbook(200 * 2 ** 20), 'too-large'],
    ['declares entities', workbookWithEntity, 'unsafe'],
  ] as const)('are none where it %s: that is told, and the next one is read', async (_what, make, why) => {
    const { status, failure } = await begunImport(at, { bytes: make(), name });
    expect([status, failure]).toEqual(['unreadable', textIn('es')(`imports.unreadable.${why}`)]);
    const next = workbookOf([
      ['Título', 'Resumen'],
      ['La que sigue (ficticia)', 'Algo.'],
    ]);
    expect(await begunImport(at, { bytes: next, name })).toMatchObject({ status: 'read', failure: null });
  });
});

it('members come from a workbook as from a table: accents, days of a spreadsheet, what a formula came to; so does the template, filled in', async () => {
  const at = await openSetting(world);
  const heads = ['Nombre', 'Sector', 'País', 'Desde', 'Acuerdo', 'Sitio web'];
  const bytes = workbookOf([
    heads,
    [
      'Núcleo Ñandutí & Cía. (ficticia)',
      'Sociedad civil',
      'México',
      { day: '2024-02-29' },
      'Acuerdo 7',
      { formula: 'LOWER("NUCLEO.EXAMPLE.ORG")', value: 'nucleo.example.org' },
    ],
    [{ formula: 'CONCATENATE("Red ","Yvypóra")', value: 'Red Yvypóra' }, 'Academia', 'Paraguay', { day: '2025-02-27' }, 'Acuerdo 8', ''],
  ]);
  const checked = await checkedMemberImport(at, { bytes, name: 'integrantes.xlsx' });
  expect(checked.counts).toEqual({ create: 2, change: 0, same: 0, error: 0 });
  expect(await appliedMemberImport(at, checked)).toMatchObject({ status: 'done', result: { created: 2, failed: 0 } });
  const found = await rowsOf<{ name: string; website: string | null; since: string }>(
    'membership',
    `select o.name ->> 'es' as name, website, c.since::text as since from organization o join category_period c on c.organization_id = o.id
      where o.network_id = $1 and o.name ->> 'es' ~ 'Ñandutí|Yvypóra' order by o.name_key`,
    [at.network.id],
  );
  expect(found).toEqual([
    { name: 'Núcleo Ñandutí & Cía. (ficticia)', website: expect.stringContaining('nucleo.example.org'), since: '2024-02-29' },
    { name: 'Red Yvypóra', website: null, since: '2025-02-27' },
  ]);
  expect((await checkedMemberImport(at, { bytes, name: 'integrantes.xlsx' })).counts).toMatchObject({ create: 0, same: 2, error: 0 });

  const answer = await fetch(`${world.origin}/${at.network.code}/datos-abiertos/integrantes-plantilla.xlsx?lang=es`);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('integrantes-plantilla.xlsx')]);
  const empty = await begunMemberImport(at, { bytes: Buffer.from(await answer.arrayBuffer()), name: 'plantilla.xlsx' });
  expect([empty.status, empty.failure]).toEqual(['unreadable', expect.stringContaining('no tiene filas')]);
  const filled = workbookOf([
    [...memberImportFields],
    memberImportFields.map((field) => ({ name_es: 'De la Plantilla (ficticia)', sector: 'academia' })[field as string] ?? ''),
  ]);
  const read = await begunMemberImport(at, { bytes: filled, name: 'plantilla.xlsx' });
  expect(read.columns.map(({ proposed }) => proposed)).toEqual([...memberImportFields]);
  const ofActors = await fetch(`${world.origin}/${at.network.code}/datos-abiertos/actores-plantilla.xlsx?lang=en`);
  expect([ofActors.status, ofActors.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('actores-plantilla.xlsx')]);
  const told = await sheetOf(Buffer.from(await ofActors.arrayBuffer()), 2);
  const how = (name: string) => told.find(([column]) => column === name)?.[2];
  expect(how('country')).toMatch(/One alone/);
  expect([how('sector'), how('region'), how('contact_language')].map((help) => /^One value. Allowed: .+ · /.test(String(help)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(how('shown')).toBe('“yes” or “no”.');
});
