import { byteOrderMark, csvLine, plain } from '@alianza/platform/sheets/csv';
import { packWorkbook, type WorkbookCell } from '@alianza/platform/sheets/workbook-thread';
import { speakable } from '../harvest/xml.js';
import { codeRow, type Code } from './codes.js';
import { dictionaryOf } from './dictionary.js';
import { licence, tables, type Row, type TableName, type Value } from './tables.js';

/** A table with what is to be known about it. */
export interface OpenTable {
  readonly name: TableName;
  readonly network: string;
  /** Where it is explained. */
  readonly page: string;
  /** `2026-11-21`: of the last change of what is in it. */
  readonly date: string;
  /** What the codes in it are called. */
  readonly codes: readonly Code[];
  /** Page by page. */
  readonly rows: AsyncIterable<readonly Row[]>;
}

export async function* csvOf({ name, rows }: OpenTable): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(tables[name].map((column) => column.name));
  for await (const page of rows) yield page.map(csvLine).join('');
}

type Explained = Pick<OpenTable, 'name' | 'codes'>;

/** Columns first, then what stands in them. */
const explanations = ({ name, codes }: Explained): Row[] => [
  ...dictionaryOf(name).map(({ name: column, kind, es, en }): Row => [column, kind, es, en]),
  ...codes.map(codeRow),
];

export const dictionaryCsv = (table: Explained): string =>
  byteOrderMark + [['column', 'kind', 'es', 'en'], ...explanations(table)].map(csvLine).join('');

export async function* jsonOf({ name, network, page, date, codes, rows }: OpenTable): AsyncGenerator<string> {
  const about = { table: name, network, source: page, date, licence, columns: dictionaryOf(name), codes };
  yield `${JSON.stringify(about).slice(0, -1)},"records":[`;
  let before = '\n';
  for await (const some of rows) {
    const records = some.map((row) => JSON.stringify(Object.fromEntries(tables[name].map((column, place) => [column.name, row[place]]))));
    yield records.map((record, place) => (place === 0 ? before : ',\n') + record).join('');
    if (records.length > 0) before = ',\n';
  }
  yield '\n]}\n';
}

/** All that a cell of a workbook can hold. */
const longest = 32_767;
const bold = (value: string): WorkbookCell => ({ value, fontWeight: 'bold' });

/** A text is never taken for a formula there, whatever it begins with. */
function cellOf(value: Value): WorkbookCell {
  const text = plain(value);
  if (text === null || text === '') return null;
  return typeof text === 'number' ? text : speakable(text).slice(0, longest);
}

export async function workbookOf({ name, network, page, date, codes, rows }: OpenTable): Promise<Buffer> {
  const data: WorkbookCell[][] = [tables[name].map((column) => bold(column.name))];
  for await (const some of rows) data.push(...some.map((row) => row.map(cellOf)));
  const entries = explanations({ name, codes }).map((row) => row.map(cellOf));
  const about = [
    ['network', network],
    ['source', page],
    ['date', date],
    ['licence', licence.code],
    ['licence_url', licence.address],
  ].map((row) => row.map(cellOf));
  return packWorkbook([
    { data, sheet: name, stickyRowsCount: 1 },
    { data: [['column', 'kind', 'es', 'en'].map(bold), ...entries], sheet: 'diccionario', stickyRowsCount: 1 },
    { data: about, sheet: 'licencia' },
  ]);
}
