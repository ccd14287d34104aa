import { sheetLimits } from '@alianza/contracts/imports/import-columns';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { UnreadableSheetError } from './sheet.errors.js';

/** Cells as texts, line by line, with what the spreadsheet numbers them. */
export interface Lines {
  readonly lines: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

export type Reading =
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string; readonly delimiter: string };

const require = createRequire(import.meta.url);
/** A heading may stand below some empty lines. */
const most = sheetLimits.rows + 50;
/** Rows of a spreadsheet program, all told: one that says it has more is made to harm. */
const lastRow = 1_048_576;
/** Of one cell; a longer one is cut one beyond, so that it is seen to be too long. */
const longest = 20_000;
/** Characters of all cells together, as many as a workbook may have bytes: cells that share one text are small in the file, and copied one by one. */
const mostText = 48 * 1024 * 1024;

/**
 * As text, since a thread loads files by itself and knows nothing of how ours are compiled. A formula is what its program last made of it: nothing
 * is evaluated. Cells far outside would make rows as wide and as many, so they are looked for first.
 */
const work = `const { parentPort, workerData } = require('node:worker_threads');
const { reading, paths, limits } = workerData;
const tell = (answer) => parentPort.postMessage(answer);
const widest = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
function outside(bytes) {
  for (const [, letters, row] of bytes.latin1Slice().matchAll(/ r="([A-Z]{0,4})(\\d{1,12})"/g)) {
    if (Number(row) > limits.lastRow) return 'unsafe';
    if (letters !== '' && widest(letters) > limits.columns + 50) return 'too-many-columns';
  }
  return null;
}
let room = limits.mostText;
const asText = (value) => {
  const text = textOf(value);
  room -= text.length;
  if (room < 0) throw new Error('too much text');
  return text;
};
const textOf = (value) => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value).slice(0, limits.longest + 1).toWellFormed().replaceAll(/[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]/g, '').trim();
};
function told(rows) {
  const lines = rows.map((row, index) => ({ number: index + 1, cells: row.map(asText) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (lines.length - 1 > limits.rows) return { failure: 'too-many-rows' };
  const width = lines.reduce((wide, { cells }) => Math.max(wide, cells.findLastIndex((cell) => cell !== '') + 1), 0);
  if (width > limits.columns) return { failure: 'too-many-columns' };
  return { lines: lines.map(({ number, cells }) => ({ number, cells: Array.from({ length: width }, (_none, place) => cells[place] ?? '') })) };
}
async function rowsOf() {
  if (reading.kind === 'text') {
    const { parse } = require(paths.text);
    return parse(reading.text, { delimiter: reading.delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false,
      max_record_size: limits.record, to: limits.most });
  }
  const { readSheet } = require(paths.workbook);
  return readSheet(Buffer.from(reading.bytes), { trim: false, parseNumber: (digits) => String(Number(digits)) });
}
async function answer() {
  const far = reading.kind === 'workbook' ? outside(Buffer.from(reading.bytes)) : null;
  return far === null ? told(await rowsOf()) : { failure: far };
}
answer().then(tell, () => tell({ failure: room < 0 ? 'too-large' : 'damaged' }));`;

const paths = { text: require.resolve('csv-parse/sync'), workbook: require.resolve('read-excel-file/node') };
const limits = { ...sheetLimits, most, lastRow, longest, mostText, record: 400_000 };
const room = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 };
/** Milliseconds that a sheet may take to be read. */
const patience = 20_000;

let last: Promise<unknown> = Promise.resolve();

/** Reads cells beside us, within bounds of memory and time, one sheet after the other. */
export function readLines(reading: Reading): Promise<Lines> {
  const mine = last.then(() => inThread(reading));
  last = mine.catch(() => undefined);
  return mine;
}

function inThread(reading: Reading): Promise<Lines> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, { eval: true, workerData: { reading, paths, limits }, resourceLimits: room, execArgv: [], env: {} });
    const fail = () => reject(new UnreadableSheetError('too-large'));
    const late = setTimeout(() => void worker.terminate(), patience);
    worker.once('message', (told: Lines | { failure: UnreadableSheetError['failure'] }) => {
      if ('failure' in told) reject(new UnreadableSheetError(told.failure));
      else resolve(told);
      void worker.terminate();
    });
    worker.once('error', fail); // it ran out of its memory
    worker.once('exit', () => {
      clearTimeout(late);
      fail(); // after a message this is too late to be heard
    });
  });
}
