import { inParallel } from '@alianza/demo/in-parallel';
import { verifyChains } from '@alianza/audit/chain/verification';
import { definition as audit } from '@alianza/audit/service';
import { openOrm } from '@alianza/platform/data/dialect';
import { openLog } from '@alianza/platform/run/log';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { claimDataFolder } from '../launcher/data-folder.js';
import type { Stops } from '../launcher/stops.js';
import { postgresUser } from '../servers/postgres-binaries.js';
import { startPostgres } from '../servers/postgres.js';
import { brokenFolder, StartFailure } from '../servers/start-failure.js';
import { isFree } from './backup.js';
import { pendingOf, refuseForeign } from './compatibility.js';
import { contentOf, damaged, readManifest, type Manifest } from './manifest.js';
import { databaseOf, differences, inDatabase, readState } from './state.js';
import { copyWhole, giveToPostgres, makeFolders, sha256Of, syncDisk } from './tree.js';

export interface RestoreOptions {
  readonly backup: string;
  /** Must not be there yet, or be empty. */
  readonly dataDir: string;
  readonly stops: Stops;
  readonly tell?: (what: string) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Networks whose audit chain does not hold; null where this version must migrate before it can look. */
  readonly brokenChains: readonly string[] | null;
}

const atOnce = 8;

/** Every file is what it was when it was copied; names the first that is not. Nothing has been written by then. */
async function refuseDamaged(backup: string, { files }: Manifest): Promise<void> {
  await inParallel(files, atOnce, async ({ path: place, sha256 }) => {
    const file = path.join(contentOf(backup), place);
    if (!existsSync(file) || (await sha256Of(file)) !== sha256) throw damaged(file);
  });
}

async function copyInto(draft: string, backup: string, { folders, files }: Manifest): Promise<void> {
  await makeFolders(
    draft,
    folders.map((folder) => ({ ...folder, mode: folder.mode | 0o700 })),
  );
  await inParallel(files, atOnce, async ({ path: place, sha256, mode }) => {
    const from = path.join(contentOf(backup), place);
    if ((await copyWhole(from, path.join(draft, place), mode)) !== sha256) throw damaged(from);
  });
  await giveToPostgres(draft, [...folders, ...files], postgresUser());
}

/** The databases of the copy answer what the manifest says they answered; the audit's chains are read from their beginning. */
async function refuseOther(draft: string, { state }: Manifest, stops: Stops): Promise<Restored['brokenChains']> {
  const server = await stops.keep(startPostgres(draft));
  try {
    const found = differences(state, await readState(server.url));
    if (found.length > 0)
      throw new StartFailure(`Lo restaurado no es lo que se copió (${found.slice(0, 3).join('; ')}): no se restauró nada.`);
    const { migrations } = state.services.audit ?? { migrations: [] };
    if (migrations.length === 0 || pendingOf('audit', migrations).length > 0) return null;
    const orm = await openOrm(audit.orm, inDatabase(server.url, databaseOf('audit')), openLog('audit', 'silent'), 1);
    try {
      const verdicts = await verifyChains(orm.em);
      return verdicts.filter(({ broken }) => broken !== null).map(({ networkId }) => networkId);
    } finally {
      await orm.close();
    }
  } finally {
    await server.stop();
  }
}

function moveIn(draft: string, dataDir: string): void {
  try {
    renameSync(draft, dataDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY' || code === 'EXDEV')
      throw brokenFolder(dataDir, 'es un punto de montaje. DATA_DIR puede indicar una carpeta dentro de él.');
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw notEmpty(dataDir);
    throw error;
  }
}

const notEmpty = (folder: string) =>
  new StartFailure(
    `La carpeta de datos ${folder} no está vacía y restaurar no borra nada: DATA_DIR puede indicar otra, o se aparta esta antes.`,
  );

/** Puts a backup where there is nothing: made beside its place, compared with what was copied, and moved there whole. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { backup, dataDir, stops, tell = () => undefined } = options;
  const manifest = readManifest(backup);
  refuseForeign(manifest);
  if (!isFree(dataDir)) throw notEmpty(dataDir);
  tell(`comprobando ${manifest.files.length} archivos`);
  await refuseDamaged(backup, manifest);

  const draft = `${dataDir}.restaurando`;
  const lock = claimDataFolder(draft);
  let isOurs = true;
  stops.push(() => {
    if (isOurs) rmSync(draft, { recursive: true, force: true, maxRetries: 5 }); // a copy at work may still put a file in
  });
  for (const name of readdirSync(draft)) if (name !== 'en-uso.json') rmSync(path.join(draft, name), { recursive: true });
  tell('copiando archivos');
  await copyInto(draft, backup, manifest);
  tell('comparando la base de datos y la auditoría con lo que se copió');
  const brokenChains = await refuseOther(draft, manifest, stops);
  lock.release();
  syncDisk(draft);
  moveIn(draft, dataDir);
  isOurs = false;
  syncDisk(dataDir);
  return { manifest, brokenChains };
}
