import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, startOf } from '../servers/leftover.js';
import { makeFolder } from '../servers/make-folder.js';
import { brokenFolder, StartFailure } from '../servers/start-failure.js';

interface Holder {
  readonly pid: number;
  readonly start: string | null;
}

const lockIn = (folder: string) => path.join(folder, 'en-uso.json');

const reasons: Record<string, string> = {
  EACCES: 'no se puede escribir en ella.',
  EPERM: 'no se puede escribir en ella.',
  ENOENT: 'no se puede crear ahí.',
  EROFS: 'está en un disco de solo lectura.',
  EEXIST: 'ya hay un archivo con ese nombre.',
  ENOTDIR: 'ya hay un archivo con ese nombre.',
};

function holderOf(lock: string): Holder | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch {
    return null; // gone meanwhile, or cut short while it was written: nobody's
  }
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that uses the folder now, or null. */
export function userOfDataFolder(folder: string): number | null {
  const holder = holderOf(lockIn(folder));
  return holder !== null && isRunning(holder.pid, holder.start) ? holder.pid : null;
}

/** Makes the folder ours until `release`: two launchers on the same data would destroy it. What a killed one left is taken over. */
export function claimDataFolder(folder: string): { release: () => void } {
  const lock = lockIn(folder);
  try {
    makeFolder(folder);
    for (let attempt = 0; !takeLock(lock); attempt++) {
      const holder = holderOf(lock);
      const isTaken = holder !== null && isRunning(holder.pid, holder.start);
      if (isTaken || attempt > 2)
        throw new StartFailure(
          `Otra instancia usa la carpeta de datos ${folder} (proceso ${holder?.pid ?? 'desconocido'}): DATA_DIR puede indicar otra.`,
        );
      rmSync(lock, { force: true });
    }
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason === undefined ? error : brokenFolder(folder, reason);
  }
  return { release: () => rmSync(lock, { force: true }) };
}
