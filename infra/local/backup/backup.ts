import { inParallel } from '@alianza/demo/in-parallel';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { claimDataFolder, userOfDataFolder } from '../launcher/data-folder.js';
import type { Stops } from '../launcher/stops.js';
import { startPostgres } from '../servers/postgres.js';
import { StartFailure } from '../servers/start-failure.js';
import { contentOf, filesOfManifest, type KeptFile, type Manifest } from './manifest.js';
import { readState, type DatabaseState } from './state.js';
import { copyWhole, makeFolders, syncDisk, treeOf } from './tree.js';

export interface BackupOptions {
  readonly dataDir: string;
  /** Must not be there yet, or be empty. */
  readonly target: string;
  readonly stops: Stops;
  readonly tell?: (what: string) => void;
}

const atOnce = 8;

/** Whether nothing would be lost by putting something else in its place. */
export const isFree = (place: string): boolean => !existsSync(place) || (statSync(place).isDirectory() && readdirSync(place).length === 0);

function refuse({ dataDir, target }: BackupOptions): void {
  if (!existsSync(path.join(dataDir, 'postgres/PG_VERSION')))
    throw new StartFailure(`En ${dataDir} no hay una instalación que copiar: DATA_DIR puede indicar otra carpeta de datos.`);
  if (!path.relative(dataDir, target).startsWith('..'))
    throw new StartFailure(`La copia no puede quedar dentro de la carpeta de datos ${dataDir}: hay que indicar otra carpeta.`);
  const user = userOfDataFolder(dataDir);
  if (user !== null)
    throw new StartFailure(
      `La instalación de ${dataDir} está en marcha (proceso ${user}) y la copia se hace en frío: hay que detenerla con Ctrl-C y repetir.`,
    );
  if (!isFree(target)) throw new StartFailure(`La carpeta ${target} no está vacía: la copia necesita una carpeta nueva o vacía.`);
}

/** What the databases hold, read from the server itself, which leaves its files at rest for the copy, also after a crash. */
async function restingState({ dataDir, stops }: BackupOptions): Promise<DatabaseState> {
  const server = await stops.keep(startPostgres(dataDir));
  const state = await readState(server.url);
  await server.stop();
  return state;
}

/**
 * A cold copy of a data folder: databases, files, keys, accounts, mails. Streams are left out, since they are made again from the databases.
 * It appears whole or not at all.
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { dataDir, target, stops, tell = () => undefined } = options;
  refuse(options);
  stops.push(claimDataFolder(dataDir).release);
  tell('comprobando la base de datos');
  const state = await restingState(options);
  const draft = `${target}.parcial`;
  rmSync(draft, { recursive: true, force: true });
  stops.push(() => rmSync(draft, { recursive: true, force: true, maxRetries: 5 }));
  await mkdir(contentOf(draft), { recursive: true, mode: 0o700 }); // keys are in it
  tell('copiando archivos');
  const { folders, files } = await treeOf(dataDir);
  await makeFolders(
    contentOf(draft),
    folders.map((folder) => ({ ...folder, mode: 0o700 })),
  );
  const kept = await inParallel(files, atOnce, async (file): Promise<KeptFile> => {
    const mode = file.mode & 0o700; // whatever it was open to, the copy is its owner's
    return { ...file, sha256: await copyWhole(path.join(dataDir, file.path), path.join(contentOf(draft), file.path), mode) };
  });
  const manifest: Manifest = {
    format: 1,
    madeAt: new Date().toISOString(),
    postgres: readFileSync(path.join(dataDir, 'postgres/PG_VERSION'), 'utf8').trim(),
    node: process.versions.node,
    state,
    folders,
    files: kept,
  };
  for (const [file, text] of filesOfManifest(draft, manifest)) writeFileSync(file, text, { mode: 0o600 });
  syncDisk(draft);
  renameSync(draft, target);
  syncDisk(target);
  return manifest;
}
