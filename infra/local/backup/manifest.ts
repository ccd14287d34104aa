import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../servers/start-failure.js';
import type { DatabaseState } from './state.js';

export interface KeptFolder {
  /** From the data folder, with `/`. */
  readonly path: string;
  readonly mode: number;
}

export interface KeptFile extends KeptFolder {
  readonly size: number;
  readonly sha256: string;
}

/** What a backup holds, and what the databases in it answered when it was made. */
export interface Manifest {
  readonly format: 1;
  readonly madeAt: string;
  /** Major version of the PostgreSQL whose cluster this is; no other opens it. */
  readonly postgres: string;
  readonly node: string;
  readonly state: DatabaseState;
  readonly folders: readonly KeptFolder[];
  readonly files: readonly KeptFile[];
}

export const contentOf = (backup: string): string => path.join(backup, 'datos');
const manifestFile = (backup: string) => path.join(backup, 'copia.json');
/** Beside it, so that a manifest with a flipped bit is not believed either; `sha256sum -c` reads it. */
const digestFile = (backup: string) => `${manifestFile(backup)}.sha256`;

const digest = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

export const damaged = (file: string): StartFailure =>
  new StartFailure(`La copia está dañada en ${file}: no se restauró nada. Hace falta otra copia.`);

export const filesOfManifest = (backup: string, manifest: Manifest): readonly (readonly [file: string, text: string])[] => {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  return [
    [manifestFile(backup), text],
    [digestFile(backup), `${digest(text)}  copia.json\n`],
  ];
};

/** Whether a path of a manifest stays inside: a backup may come from anywhere. */
const staysInside = (place: string) =>
  place !== '' && !path.isAbsolute(place) && !place.split('/').some((part) => ['', '.', '..'].includes(part));

/** Reads a backup's manifest; says in one sentence what is wrong with it. */
export function readManifest(backup: string): Manifest {
  const file = manifestFile(backup);
  if (!existsSync(file)) throw new StartFailure(`En ${backup} no hay una copia de npm run backup: falta copia.json.`);
  const text = readFileSync(file);
  const expected = existsSync(digestFile(backup)) ? readFileSync(digestFile(backup), 'utf8').slice(0, 64) : null;
  if (digest(text) !== expected) throw damaged(file);
  const manifest = JSON.parse(text.toString()) as Manifest;
  if (manifest.format !== 1)
    throw new StartFailure(
      `La copia ${backup} tiene un formato que esta versión no conoce: la restaura la versión que la hizo, o una posterior.`,
    );
  const strange = [...manifest.folders, ...manifest.files].find((entry) => !staysInside(entry.path));
  if (strange) throw damaged(`${file} (${strange.path})`);
  return manifest;
}
