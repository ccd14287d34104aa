import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  /** ASCII, without a leading slash. */
  readonly name: string;
  readonly bytes: Buffer;
}

interface Packed {
  readonly name: Buffer;
  readonly content: Buffer;
  readonly size: number;
  readonly sum: number;
  /** Where its header begins in the archive. */
  readonly at: number;
}

const deflated = 8;
const version = 20;
const ends = 0x06054b50;

/** MS-DOS time and date (APPNOTE 4.4.6), two seconds fine, in UTC. */
const stampOf = (at: Date): readonly [number, number] => [
  (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
];

type Field = readonly [bytes: 2 | 4, value: number];

function packFields(fields: readonly Field[]): Buffer {
  const packed = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let place = 0;
  for (const [bytes, value] of fields) place = packed.writeUIntLE(value >>> 0, place, bytes);
  return packed;
}

function factsOf({ name, content, size, sum }: Packed, at: Date): Field[] {
  const [time, date] = stampOf(at);
  return [
    [2, deflated],
    [2, time],
    [2, date],
    [4, sum],
    [4, content.length],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

const headerOf = (entry: Packed, at: Date) => packFields([[4, 0x04034b50], [2, version], [2, 0], ...factsOf(entry, at)]);
const listingOf = (entry: Packed, at: Date) => {
  const rest: Field[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, entry.at],
  ];
  return packFields([[4, 0x02014b50], [2, version], [2, version], [2, 0], ...factsOf(entry, at), ...rest]);
};

/** A ZIP archive (PKWARE APPNOTE 6.3) of files that fit into memory: at most 65,535 of them and 4 GB. */
export function zipOf(entries: readonly Entry[], at: Date): Buffer {
  const parts: Buffer[] = [];
  const packed: Packed[] = [];
  let place = 0;
  for (const { name, bytes } of entries) {
    const entry = { name: Buffer.from(name, 'ascii'), content: deflateRawSync(bytes), size: bytes.length, sum: crc32(bytes), at: place };
    const written = [headerOf(entry, at), entry.name, entry.content];
    packed.push(entry);
    parts.push(...written);
    place += written.reduce((sum, { length }) => sum + length, 0);
  }
  const listing = Buffer.concat(packed.flatMap((entry) => [listingOf(entry, at), entry.name]));
  const count: Field[] = [
    [2, packed.length],
    [2, packed.length],
  ];
  const end = packFields([[4, ends], [2, 0], [2, 0], ...count, [4, listing.length], [4, place], [2, 0]]);
  return Buffer.concat([...parts, listing, end]);
}
