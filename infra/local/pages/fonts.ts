import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../web/src/shared/styles/fonts');
const names = ['source-serif-4-latin-opsz-normal.woff2', 'source-sans-3-latin-wght-normal.woff2'];

/** The portal's fonts by file name; base.css asks for them beside itself. */
export const fonts: ReadonlyMap<string, Buffer> = new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
