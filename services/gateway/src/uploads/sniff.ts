import { fileTypeFromBuffer } from 'file-type';
import type { Readable } from 'node:stream';
import { unpackedSize } from './archive-size.js';
import { oneByOne } from './one-by-one.js';

/** Enough for every type but an archive's, which is told by a list that some programs write last. */
const headLength = 4100;
const archive = Buffer.from('PK\x03\x04', 'latin1');

const isArchive = (head: Buffer): boolean => head.subarray(0, archive.length).equals(archive);

async function read(bytes: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= headLength && !isArchive(chunks[0] ?? chunk)) break;
  }
  return Buffer.concat(chunks);
}

const utf16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** What no other type claims, without the byte that no text has unless it is in UTF-16: tables in CSV have no mark of their own. */
function isText(head: Buffer): boolean {
  const marked = utf16.some((mark) => head.subarray(0, 2).equals(mark));
  return head.length > 0 && !isArchive(head) && (marked || !head.subarray(0, headLength).includes(0));
}

const inLine = oneByOne();

export interface Sniffed {
  readonly type: string;
  /** What it comes to once it is unpacked; null of what is no archive. */
  readonly unpacked: number | null;
}

async function look(bytes: Readable): Promise<Sniffed | null> {
  const head = await read(bytes).finally(() => bytes.destroy());
  const type = (await fileTypeFromBuffer(head))?.mime ?? (isText(head) ? 'text/plain' : undefined);
  return type === undefined ? null : { type, unpacked: isArchive(head) ? unpackedSize(head) : null };
}

/** What its bytes say it is; null where nothing tells. They are opened once it is their turn. */
export const sniff = (open: () => Promise<Readable>): Promise<Sniffed | null> => inLine(async () => look(await open()));
