import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

interface Wanted {
  readonly width: number;
  readonly height: number;
  /** Rows that are really there, where it is less than it claims. */
  readonly rows?: number;
  /** Red, green and blue in 24 bits; one picture differs from another by it. */
  readonly colour?: number;
  /** Other chunks before the pixels: type and data. */
  readonly extra?: readonly (readonly [string, Uint8Array])[];
}

/** A PNG (ISO 15948) in one colour, as small as it can be. */
export function pngOf({ width, height, rows = height, colour = 0x808080, extra = [] }: Wanted): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8); // eight bits of each of three colours
  const unfiltered = Buffer.from([0]);
  const row = Buffer.concat([unfiltered, Buffer.alloc(width * 3, Buffer.from([colour >> 16, colour >> 8, colour]))]);
  const pixels = Buffer.alloc(rows * row.length, row);
  const parts = extra.map(([type, data]) => chunk(type, data));
  return Buffer.concat([signature, chunk('IHDR', head), ...parts, chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}
