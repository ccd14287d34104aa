import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { UnreadableSheetError } from './sheet.errors.js';

const inflate = promisify(inflateRaw);

/** Bytes that all parts of a workbook may come to. */
const largest = 48 * 1024 * 1024;
const mostParts = 2000;
const longestComment = 0xffff;
const [localMark, entryMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50];

/** Parts that say what stands in cells; pictures, charts and macros are never unpacked. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/[\w.-]{1,100}|xl\/_rels\/[\w.-]{1,100}|xl\/[\w-]{1,100}\.xml|xl\/worksheets\/[\w-]{1,100}\.xml)$/;

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - longestComment); at--)
    if (bytes.readUInt32LE(at) === endMark) return at;
  throw new UnreadableSheetError('damaged');
}

interface Entry {
  readonly name: string;
  readonly packed: boolean;
  readonly data: Buffer;
}

/** One line of the list (PKWARE APPNOTE 4.3.12), and where the next one begins. */
function entryAt(bytes: Buffer, at: number): { entry: Entry; next: number } {
  if (bytes.readUInt32LE(at) !== entryMark) throw new UnreadableSheetError('damaged');
  const [flags, method, size, nameLength] = [8, 10, 20, 28].map((offset) =>
    offset === 20 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
  ) as [number, number, number, number];
  if ((flags & 1) === 1 || (method !== 0 && method !== 8)) throw new UnreadableSheetError('unsafe');
  const start = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(start) !== localMark) throw new UnreadableSheetError('damaged');
  const begins = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const name = bytes.toString('latin1', at + 46, at + 46 + nameLength);
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  return { entry: { name, packed: method === 8, data: bytes.subarray(begins, begins + size) }, next };
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) throw new UnreadableSheetError('unsafe');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const { entry, next } = entryAt(bytes, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** Declares entities of its own: nothing that a spreadsheet writes, and what XML attacks begin with. */
const declares = (bytes: Buffer): boolean => bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY');

async function unpack({ name, packed, data }: Entry, room: number): Promise<Part> {
  if (room <= 0) throw new UnreadableSheetError('too-large');
  const bytes = packed ? await inflate(data, { maxOutputLength: room }) : data;
  if (bytes.length > room) throw new UnreadableSheetError('too-large');
  if (declares(bytes)) throw new UnreadableSheetError('unsafe');
  return { name, bytes };
}

async function partsOf(bytes: Buffer): Promise<Part[]> {
  const parts: Part[] = [];
  let room = largest;
  for (const entry of entriesOf(bytes).filter(({ name }) => wanted.test(name))) {
    const part = await unpack(entry, room);
    room -= part.bytes.length;
    parts.push(part);
  }
  return parts;
}

/** The parts of a workbook that hold its cells, unpacked within bounds whatever it declares, as an archive of which nothing has to be unpacked. */
export async function withoutPacking(bytes: Buffer): Promise<Buffer> {
  try {
    return pack(await partsOf(bytes));
  } catch (error) {
    if (error instanceof UnreadableSheetError) throw error;
    throw new UnreadableSheetError((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged');
  }
}

/** An archive of stored parts (PKWARE APPNOTE 4.3.6). */
export function pack(parts: readonly Part[]): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const path = Buffer.from(name, 'latin1');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, path, bytes]);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, path]));
    files.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
