import { crc32, deflateSync } from 'node:zlib';

/** What the demonstration draws itself: nobody's photograph, and plainly none. */
export const motifs = ['circles', 'weave', 'hours'] as const;
export type Motif = (typeof motifs)[number];

type Colour = readonly [number, number, number];
const paper: Colour = [0xfb, 0xfa, 0xf7];
const colours: readonly Colour[] = [
  [0x5a, 0x2a, 0x6b],
  [0x0b, 0x6b, 0x66],
  [0xa8, 0x43, 0x1f],
  [0x8a, 0x61, 0x00],
  [0x1e, 0x6b, 0x3a],
];
/** Of what is drawn, in pixels; motifs are thought on a sheet of 1600 by 1000. */
const [width, height] = [1200, 750];
const scale = 1600 / width;

function mixed([red, green, blue]: Colour, over: Colour, part: number): Colour {
  return [red + (over[0] - red) * part, green + (over[1] - green) * part, blue + (over[2] - blue) * part];
}
/** 1 inside, 0 outside, and a soft edge of two pixels between. */
const within = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance / 2));
const colourOf = (index: number): Colour => colours[index % colours.length] ?? paper;

/** Five circles that share the room between them. */
function circles(x: number, y: number): Colour {
  let colour = paper;
  for (let one = 0; one < 5; one++) {
    const angle = (one / 5) * 2 * Math.PI - Math.PI / 2;
    const distance = Math.hypot(x - 800 - 230 * Math.cos(angle), y - 500 - 230 * Math.sin(angle)) - 250;
    colour = mixed(colour, colourOf(one), 0.55 * within(distance));
  }
  return colour;
}

/** Bands that pass over and under each other. */
function weave(x: number, y: number): Colour {
  const [column, row] = [Math.floor(x / 160), Math.floor(y / 125)];
  const [across, down] = [within(Math.abs((y % 125) - 62) - 38), within(Math.abs((x % 160) - 80) - 50)];
  const over = (column + row) % 2 === 0;
  const first = mixed(paper, over ? colourOf(column) : colourOf(row + 2), 0.75 * (over ? down : across));
  return mixed(first, over ? colourOf(row + 2) : colourOf(column), 0.9 * (over ? across : down));
}

/** A day in twenty-four rays, of which some are somebody else's turn. */
function hours(x: number, y: number): Colour {
  const [dx, dy] = [x - 800, y - 500];
  const [radius, turn] = [Math.hypot(dx, dy), (Math.atan2(dy, dx) / (2 * Math.PI) + 1.25) % 1];
  const ray = Math.floor(turn * 24);
  const beside = Math.abs(((turn * 24) % 1) - 0.5) * (radius / 4) - radius / 10;
  const shown = within(beside) * within(radius - 330 - 55 * ((ray * 7) % 3)) * within(120 - radius);
  return mixed(mixed(paper, colourOf(ray * 3), shown), colourOf(0), 0.8 * within(radius - 70));
}

const drawn: Readonly<Record<Motif, (x: number, y: number) => Colour>> = { circles, weave, hours };

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A motif as PNG (ISO 15948). */
export function draw(motif: Motif): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const pixels = Buffer.alloc(height * (1 + width * 3));
  const paint = drawn[motif];
  for (let y = 0, at = 0; y < height; y++) {
    pixels[at++] = 0; // no filter
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = paint(x * scale, y * scale);
      pixels[at++] = red;
      pixels[at++] = green;
      pixels[at++] = blue;
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}
