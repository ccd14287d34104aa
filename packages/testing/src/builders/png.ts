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
  /** Grey of the first pixel; one picture differs from another by it. */
  readonly shade?: number;
  /** Other chunks before the pixels: type and data. */
  readonly extra?: readonly (readonly [string, Uint8Array])[];
}

/** A PNG (ISO 15948) in one colour, as small as it can be. */
export function pngOf({ width, height, rows = height, shade = 128, extra = [] }: Wanted): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8); // eight bits of each of three colours
  const pixels = Buffer.alloc(rows * (1 + width * 3), shade);
  for (let row = 0; row < rows; row++) pixels[row * (1 + width * 3)] = 0; // no filter
  const parts = extra.map(([type, data]) => chunk(type, data));
  return Buffer.concat([signature, chunk('IHDR', head), ...parts, chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}
