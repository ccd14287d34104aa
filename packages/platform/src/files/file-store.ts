import { createReadStream, type ReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../ids.js';

export const FILES = Symbol('file store');

/** Where bytes live. Keys are ours (`<service>/<uuid>`), never a person's words. A file is there whole or not at all. */
export interface FileStore {
  put(key: string, bytes: Readable): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Null where there is none. */
  read(key: string): Promise<{ bytes: ReadStream | Readable; size: number } | null>;
  remove(key: string): Promise<void>;
  /** Removes what was begun in a folder of keys, never became whole and has not grown since `before`. */
  removeUnfinished(folder: string, before: Date): Promise<void>;
  /** Removes what became whole in a folder of keys before `before`. */
  removeOld(folder: string, before: Date): Promise<void>;
}

/** Refuses what could lead anywhere else, in whatever store. */
export function checkKey(key: string): void {
  if (key.split('/').some((part) => part === '' || part.startsWith('.'))) throw new Error('not a key of ours');
}

const unfinished = '.part';
const isUnfinished = (name: string): boolean => name.endsWith(unfinished);

/** A folder that nothing was put in yet. */
function none(error: unknown): [] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}

/** Local disk: written beside its place and moved in once it is durable. */
export class DiskFileStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(key: string, bytes: Readable): Promise<void> {
    await this.write(key, async (temporary) => {
      const file = await open(temporary, 'wx', 0o600);
      await pipeline(bytes, file.createWriteStream({ flush: true }));
    });
  }

  async copy(from: string, to: string): Promise<void> {
    await this.write(to, async (temporary) => {
      await copyFile(this.place(from), temporary);
      const file = await open(temporary, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  async read(key: string): Promise<{ bytes: ReadStream; size: number } | null> {
    const place = this.place(key);
    const found = await stat(place).catch(() => null);
    return found && { bytes: createReadStream(place), size: found.size };
  }

  async remove(key: string): Promise<void> {
    await rm(this.place(key), { force: true });
  }

  /** A process that is killed while it writes leaves such files. */
  removeUnfinished(folder: string, before: Date): Promise<void> {
    return this.removeWhere(folder, before, isUnfinished);
  }

  removeOld(folder: string, before: Date): Promise<void> {
    return this.removeWhere(folder, before, (name) => !isUnfinished(name));
  }

  private async removeWhere(folder: string, before: Date, goes: (name: string) => boolean): Promise<void> {
    const place = this.place(folder);
    const found = await readdir(place, { recursive: true, withFileTypes: true }).catch((error: unknown) => none(error));
    for (const { name, parentPath } of found.filter((entry) => entry.isFile() && goes(entry.name))) {
      const file = path.join(parentPath, name);
      const now = await stat(file).catch(() => null); // it may just have become whole
      if (now && now.mtime < before) await rm(file, { force: true });
    }
  }

  private async write(key: string, fill: (temporary: string) => Promise<void>): Promise<void> {
    const place = this.place(key);
    await mkdir(path.dirname(place), { recursive: true });
    const temporary = `${place}.${newId()}${unfinished}`;
    try {
      await fill(temporary);
      await rename(temporary, place);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private place(key: string): string {
    checkKey(key);
    return path.join(this.folder, key);
  }
}
