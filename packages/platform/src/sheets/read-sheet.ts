import { UnreadableSheetError } from './sheet.errors.js';
import { readLines, type Reading } from './sheet-thread.js';
import { decode, delimiterOf } from './text-table.js';
import { withoutPacking } from './workbook-archive.js';

/** A column as it was read, and what its heading says it is. */
export interface SheetColumn<Field extends string = string> {
  header: string;
  samples: string[];
  proposed: Field | null;
}

export interface ReadSheet<Field extends string = string> {
  readonly columns: SheetColumn<Field>[];
  readonly rows: number;
  /** Cells in the order of the columns. */
  readonly lines: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

const [mostSamples, sampleLength] = [3, 80];

async function readingOf(bytes: Buffer, type: string): Promise<Reading> {
  if (type !== 'text/plain') return { kind: 'workbook', bytes: await withoutPacking(bytes) };
  const text = decode(bytes);
  return { kind: 'text', text, delimiter: delimiterOf(text) };
}

/** What the open data put before a text that a spreadsheet would run, so that what was exported comes back as it was. */
const protectedText = /^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/;
const unprotected = (cell: string): string => cell.replace(protectedText, '');

/** What each column is, as far as its heading says so. */
export type Propose<Field extends string> = (headers: readonly string[]) => readonly (Field | null)[];

/** The first line names the columns; what stands in each is text, never run. */
export async function readSheet<Field extends string>(bytes: Buffer, type: string, propose: Propose<Field>): Promise<ReadSheet<Field>> {
  const { lines } = await readLines(await readingOf(bytes, type));
  const [head, ...below] = lines.map(({ number, cells }) => ({ number, cells: cells.map(unprotected) }));
  if (head === undefined || below.length === 0) throw new UnreadableSheetError('empty');
  const proposed = propose(head.cells);
  const columns = head.cells.map((header, place) => {
    const said = below.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '');
    return {
      header: header.slice(0, 200),
      samples: said.slice(0, mostSamples).map((cell) => cell.slice(0, sampleLength)),
      proposed: proposed[place] ?? null,
    };
  });
  return { columns, rows: below.length, lines: below };
}
