import { pack } from '@alianza/platform/sheets/workbook-archive';
import { deflateRawSync } from 'node:zlib';

/** A text that the workbook shares, a day as a spreadsheet keeps it, or a formula with what it came to. */
export type Cell = string | { readonly day: string } | { readonly formula: string; readonly value: string };

const namespace = 'http://schemas.openxmlformats.org';
const main = `${namespace}/spreadsheetml/2006/main`;
const office = `${namespace}/officeDocument/2006/relationships`;
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Days since the last of 1899, as spreadsheets count. */
const serial = (day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

const sheetPart = 'xl/worksheets/sheet1.xml';

/** What a spreadsheet program saves of such rows (ECMA-376): shared texts, days as numbers in a format, formulas with their value. `as`: what becomes of its sheet. */
export function workbookOf(rows: readonly (readonly Cell[])[], as: (sheet: Buffer) => Buffer = (sheet) => sheet): Buffer {
  const shared: string[] = [];
  const cellAt = (cell: Cell, column: number, row: number): string => {
    const at = `${String.fromCharCode(65 + column)}${String(row)}`;
    if (typeof cell === 'string') return cell === '' ? '' : `<c r="${at}" t="s"><v>${String(shared.push(escaped(cell)) - 1)}</v></c>`;
    if ('day' in cell) return `<c r="${at}" s="1"><v>${String(serial(cell.day))}</v></c>`;
    return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
  };
  const lines = rows.map((cells, index) => {
    const number = index + 1;
    return `<row r="${String(number)}">${cells.map((cell, column) => cellAt(cell, column, number)).join('')}</row>`;
  });
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${String(id)}" Type="${office}/${kind}" Target="${target}"/>`;
  const related = [
    relation(1, 'worksheet', 'worksheets/sheet1.xml'),
    relation(2, 'styles', 'styles.xml'),
    relation(3, 'sharedStrings', 'sharedStrings.xml'),
  ];
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    ...[
      type('workbook', 'sheet.main'),
      type('worksheets/sheet1', 'worksheet'),
      type('styles', 'styles'),
      type('sharedStrings', 'sharedStrings'),
    ],
  ];
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${namespace}/package/2006/content-types">${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${namespace}/package/2006/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${namespace}/package/2006/relationships">${related.join('')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    [sheetPart]: `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
  };
  const written = Object.entries(parts).map(([name, content]) => ({ name, bytes: Buffer.from(header + content) }));
  return pack(written.map(({ name, bytes }) => ({ name, bytes: name === sheetPart ? as(bytes) : bytes })));
}

/** One whose sheet says of itself that it is as small as it is packed, and unpacks to so many bytes. */
export function lyingWorkbook(bytes: number): Buffer {
  const archive = workbookOf([], () => deflateRawSync(Buffer.alloc(bytes, 0x20)));
  const deflated = 8;
  // where its name and its method stand, beside it and in the list (PKWARE APPNOTE 4.3.7, 4.3.12)
  for (const [mark, name, method] of [['PK\x03\x04', 30, 8] as const, ['PK\x01\x02', 46, 10] as const])
    for (let at = archive.indexOf(mark, 0, 'latin1'); at >= 0; at = archive.indexOf(mark, at + 1, 'latin1'))
      if (archive.toString('latin1', at + name, at + name + sheetPart.length) === sheetPart) archive.writeUInt16LE(deflated, at + method);
  return archive;
}

/** One whose sheet declares an entity that would read a file of the machine. */
export const workbookWithEntity = (): Buffer =>
  workbookOf([['Título'], ['x']], (sheet) =>
    Buffer.from(sheet.toString().replace('?><', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><')),
  );
