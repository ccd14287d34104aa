import { fileTypeFromBuffer } from 'file-type';
import type { Readable } from 'node:stream';

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

let last: Promise<unknown> = Promise.resolve();

/** MIME type by content; null where nothing tells. One after the other: many archives at once must not fill the memory. */
export async function sniff(bytes: Readable): Promise<string | null> {
  const mine = last.then(async () => fileTypeFromBuffer(await read(bytes)));
  last = mine.catch(() => undefined).finally(() => bytes.destroy());
  return (await mine)?.mime ?? null;
}
