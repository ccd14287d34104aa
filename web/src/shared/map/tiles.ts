/** Column and row of each country's tile, near where the country is: a drawing, not a projection. Countries without one are in the table. */
const tiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  CA: [0, 0],
  US: [0, 1],
  MX: [0, 2],
  CU: [1, 2],
  DO: [2, 2],
  GT: [0, 3],
  CR: [1, 3],
  PA: [2, 3],
  EC: [0, 4],
  CO: [1, 4],
  VE: [2, 4],
  BR: [3, 4],
  PE: [1, 5],
  BO: [2, 5],
  PY: [3, 5],
  CL: [1, 6],
  AR: [2, 6],
  UY: [3, 6],
  IS: [5, 0],
  NO: [7, 0],
  SE: [8, 0],
  FI: [9, 0],
  IE: [5, 1],
  GB: [6, 1],
  NL: [7, 1],
  DE: [8, 1],
  CH: [9, 1],
  PT: [6, 2],
  ES: [7, 2],
  FR: [8, 2],
  IT: [9, 2],
  CV: [5, 3],
  SN: [5, 4],
  BF: [6, 4],
  NG: [7, 5],
  GH: [6, 5],
  RW: [8, 4],
  KE: [9, 4],
  ET: [9, 3],
  TZ: [9, 5],
  ZA: [8, 6],
  CN: [11, 2],
  KR: [12, 2],
  JP: [13, 2],
  IN: [11, 3],
  BD: [12, 3],
  PH: [13, 4],
  ID: [12, 5],
};

const step = 46;
const margin = 2;
export const side = 42;

/** Countries that have a tile. */
export const tiled: readonly string[] = Object.keys(tiles);

export function tileOf(country: string): { readonly x: number; readonly y: number } | null {
  const place = tiles[country];
  return place ? { x: margin + place[0] * step, y: margin + place[1] * step } : null;
}

export const regions = [
  { name: 'americas', x: 2, y: -8 },
  { name: 'europeAfrica', x: 232, y: -8 },
  { name: 'asia', x: 508, y: 84 },
] as const;
