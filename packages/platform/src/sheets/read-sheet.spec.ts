import { describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { sheetLimits } from '@alianza/contracts/imports/import-columns';
import { readSheet as read } from './read-sheet.js';
import { UnreadableSheetError } from './sheet.errors.js';
import { decode, delimiterOf } from './text-table.js';
import { pack } from './workbook-archive.js';

const text = 'text/plain';
const fieldNamed = new Map([
  ['Título', 'title_es'],
  ['title_es', 'title_es'],
  ['Año', 'start_year'],
]);
const readSheet = (bytes: Buffer, type: string) => read(bytes, type, (headers) => headers.map((header) => fieldNamed.get(header) ?? null));
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const inline = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const heads = `<row r="1">${inline('A1', 'Título')}${inline('B1', 'Año')}</row>`;
const sheetOf = (rows: string, before = '') =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="${main}"><sheetData>${heads}${rows}</sheetData></worksheet>`;

/** The smallest workbook (ECMA-376) that has these rows. */
const partsOf = (sheet: string): Record<string, string> => ({
  'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/worksheets/sheet1.xml': sheet,
});
const packed = (parts: Record<string, string>) =>
  pack(Object.entries(parts).map(([name, content]) => ({ name, bytes: Buffer.from(content) })));
const workbookOf = (rows: string, before?: string) => packed(partsOf(sheetOf(rows, before)));

/** Rows of twenty-six cells that all say the one text that the workbook keeps. */
function repeated(text: string, rows: number): Buffer {
  const cellsOf = (row: string) =>
    Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (column) => `<c r="${column}${row}" t="s"><v>0</v></c>`).join('');
  const numbers = Array.from({ length: rows }, (_none, index) => String(index + 2));
  const parts = partsOf(sheetOf(numbers.map((number) => `<row r="${number}">${cellsOf(number)}</row>`).join('')));
  const links = 'xl/_rels/workbook.xml.rels';
  const link = `<Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>`;
  const shared = `<?xml version="1.0"?><sst xmlns="${main}"><si><t>${text}</t></si></sst>`;
  return packed({ ...parts, [links]: parts[links]!.replace('</Rel', `${link}</Rel`), 'xl/sharedStrings.xml': shared });
}

/** A part that says it is as small as it is packed, and is as large as it is. */
function bomb(bytes: number): Buffer {
  const data = deflateRawSync(Buffer.alloc(bytes, 0x20));
  const archive = pack([{ name: 'xl/worksheets/sheet1.xml', bytes: data }]);
  for (const at of [8, archive.length - 22 - archive.readUInt32LE(archive.length - 10) + 10]) archive.writeUInt16LE(8, at);
  return archive;
}

const failure = async (bytes: Buffer, type = workbook) => {
  const error: unknown = await readSheet(bytes, type).catch((thrown: unknown) => thrown);
  return error instanceof UnreadableSheetError ? error.failure : error;
};

describe('a workbook', () => {
  it('gives its cells as texts: what formulas came to, days, numbers as they are written', async () => {
    const rows = `<row r="2">${inline('A2', '=2+2')}<c r="B2"><v>2019</v></c></row>
      <row r="4"><c r="A4" t="str"><f>HYPERLINK("https://example.org")</f><v>visto</v></c><c r="B4"><f>1+1</f><v>2</v></c></row>`;
    const { columns, lines } = await readSheet(workbookOf(rows), workbook);
    expect(columns.map(({ header, proposed }) => [header, proposed])).toEqual([
      ['Título', 'title_es'],
      ['Año', 'start_year'],
    ]);
    expect(lines).toEqual([
      { number: 2, cells: ['=2+2', '2019'] },
      { number: 4, cells: ['visto', '2'] },
    ]);
  });

  it('that grows beyond measure is put down, whatever sizes it declares', async () => {
    const bytes = bomb(200 * 2 ** 20);
    const before = process.memoryUsage().rss;
    expect(await failure(bytes)).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 2 ** 20);
  });

  it('whose cells share one long text is not copied beyond measure', async () => {
    const text = 'largo'.repeat(4000);
    expect((await readSheet(repeated(text, 2), workbook)).lines[1]?.cells[25]).toBe(text);
    const many = repeated(text, 100);
    expect([many.length < 2 ** 20, await failure(many)]).toEqual([true, 'too-large']);
  });

  it('that declares entities is not read', async () => {
    const attack = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    expect(await failure(workbookOf(`<row r="2">${inline('A2', '&e;')}</row>`, attack))).toBe('unsafe');
  });

  it('whose cells stand far outside makes no rows as wide or as many', async () => {
    expect(await failure(workbookOf(`<row r="2">${inline('XFD2', 'x')}</row>`))).toBe('too-many-columns');
    expect(await failure(workbookOf(`<row r="999999999">${inline('A999999999', 'x')}</row>`))).toBe('unsafe');
    expect(await failure(workbookOf(`<row r="1048576">${inline('A1048576', 'x')}</row>`))).not.toBeInstanceOf(Error);
  });

  it('that is none, is cut off or is locked says so', async () => {
    const whole = workbookOf(`<row r="2">${inline('A2', 'x')}</row>`);
    const locked = Buffer.from(whole);
    locked.writeUInt16LE(1, locked.readUInt32LE(locked.length - 6) + 8);
    expect(await Promise.all([failure(Buffer.from('PK')), failure(whole.subarray(0, 300)), failure(locked)])).toEqual([
      'damaged',
      'damaged',
      'unsafe',
    ]);
    expect(await failure(packed({ 'word/document.xml': '<x/>' }))).toBe('damaged');
    expect(await failure(workbookOf(''))).toBe('empty');
  });

  it('keeps parts of other names to itself', async () => {
    const parts = {
      ...partsOf(sheetOf(`<row r="2">${inline('A2', 'x')}</row>`)),
      '../evil.xml': '<x/>',
      __proto__x: '1',
      'xl/media/a.xml': '<!DOCTYPE x>',
    };
    expect((await readSheet(packed(parts), workbook)).lines).toHaveLength(1);
  });
});

describe('a table in text', () => {
  it('is read in whatever encoding and with whatever between its columns', async () => {
    const table = 'Título;Resumen\r\n"Niñez; cuidado ""de noche""";"dos\nlíneas"\r\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
    const forms = [
      Buffer.from(table),
      Buffer.from(`\uFEFF${table}`),
      utf16,
      Buffer.from(table, 'latin1'),
      Buffer.from(table.replaceAll(';', '\t').replace('Niñez\t', 'Niñez;')),
    ];
    for (const bytes of forms) {
      const { columns, lines } = await readSheet(bytes, text);
      expect([columns.map(({ header }) => header), lines[0]?.cells]).toEqual([
        ['Título', 'Resumen'],
        ['Niñez; cuidado "de noche"', 'dos\nlíneas'],
      ]);
    }
    expect([decode(Buffer.from([0x93, 0xe9, 0x94])), delimiterOf('"a;b;c",d\n'), delimiterOf('\n\na|b')]).toEqual(['“é”', ',', '|']);
  });

  it('comes back from what was made harmless for spreadsheets', async () => {
    const { lines } = await readSheet(Buffer.from(`title_es,summary_es\r\n'=1+1,"'Ñandú' y más"\r\n`), text);
    expect(lines[0]?.cells).toEqual(['=1+1', "'Ñandú' y más"]);
  });

  it('of 100,000 rows is refused at once, of as many as are allowed is read', async () => {
    const rows = (count: number) => Buffer.from(`title_es,summary_es\n${'a,b\n'.repeat(count)}`);
    const began = performance.now();
    expect(await failure(rows(100_000), text)).toBe('too-many-rows');
    expect(performance.now() - began).toBeLessThan(5000);
    expect((await readSheet(rows(sheetLimits.rows), text)).rows).toBe(sheetLimits.rows);
    expect(await failure(Buffer.from(`a${',x'.repeat(300)}\n${'b,'.repeat(300)}c`), text)).toBe('too-many-columns');
  });

  it('keeps its headings as texts that name nothing of ours', async () => {
    const { columns } = await readSheet(Buffer.from('__proto__,constructor,toString,Título\na,b,c,d\n'), text);
    expect(columns.map(({ proposed }) => proposed)).toEqual([null, null, null, 'title_es']);
    expect(({} as { a?: string }).a).toBeUndefined();
  });

  it('loses what no database keeps', async () => {
    const { lines } = await readSheet(Buffer.from('title_es\n"a\u0001\uFFFEb"\n'), text);
    expect(lines[0]?.cells).toEqual(['ab']);
  });
});
