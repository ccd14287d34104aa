import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Text, a number, or nothing; one that stands at the head is bold. */
export type WorkbookCell = string | number | null | { readonly value: string; readonly fontWeight: 'bold' };
export interface WorkbookSheet {
  readonly sheet: string;
  readonly data: readonly (readonly WorkbookCell[])[];
  readonly stickyRowsCount?: number;
}

/** As text, since a thread loads files by itself and knows nothing of how ours are compiled. */
const work = `const { parentPort, workerData } = require('node:worker_threads');
const write = require(workerData.writer);
(write.default ?? write)(workerData.sheets).toBuffer().then((bytes) => parentPort.postMessage(bytes));`;

const writer = createRequire(import.meta.url).resolve('write-excel-file/node');
const limits = { maxOldGenerationSizeMb: 1024 };

/** Packing ten thousand records takes seconds without a pause: beside us, so that nobody else waits for it. */
export function packWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, { eval: true, workerData: { writer, sheets }, resourceLimits: limits, execArgv: [], env: {} });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('a workbook was not made'))); // after a message this is too late to be heard
  });
}
