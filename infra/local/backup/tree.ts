import { execFileSync } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, chown, lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SystemUser } from '../servers/postgres-binaries.js';
import { StartFailure } from '../servers/start-failure.js';
import type { KeptFile, KeptFolder } from './manifest.js';

/** Of this start alone, made again at the next one, or words for whoever looks for a fault. */
const leftOut = [
  /^en-uso\.json$/,
  /^logs$/,
  /^nats$/,
  /^secrets\/databases\.json$/,
  /^identity\/admin\.json$/,
  /^postgres\.new$/,
  /\.\d+\.new$/,
];
/** PostgreSQL empties or replaces these itself at its start. */
const leftOutOfPostgres = [/^postgres\/postmaster\.(pid|opts)$/, /^postgres\/pg_stat_tmp\/./, /^postgres\/base\/pgsql_tmp/];

const permissions = 0o777;

export interface Tree {
  readonly folders: KeptFolder[];
  readonly files: { readonly path: string; readonly mode: number; readonly size: number }[];
}

/** What a backup takes of a data folder, in a fixed order. A link or a socket is no data of ours: it is refused rather than lost unseen. */
export async function treeOf(root: string, below = '', tree: Tree = { folders: [], files: [] }): Promise<Tree> {
  const names = (await readdir(path.join(root, below))).sort();
  for (const name of names) {
    const place = below === '' ? name : `${below}/${name}`;
    if ([...leftOut, ...leftOutOfPostgres].some((pattern) => pattern.test(place))) continue;
    const { mode, size, ...found } = await lstat(path.join(root, place)).then((stat) => ({
      mode: stat.mode & permissions,
      size: stat.size,
      isFolder: stat.isDirectory(),
      isFile: stat.isFile(),
    }));
    if (found.isFile) tree.files.push({ path: place, mode, size });
    else if (!found.isFolder) throw new StartFailure(`No se puede copiar ${path.join(root, place)}: no es un archivo ni una carpeta.`);
    else {
      tree.folders.push({ path: place, mode });
      await treeOf(root, place, tree);
    }
  }
  return tree;
}

async function* through(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Copies a file that is not there yet. Answers the SHA-256 of what was written. */
export async function copyWhole(from: string, to: string, mode: number): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(
    createReadStream(from),
    (source: AsyncIterable<Buffer>) => through(source, hash),
    createWriteStream(to, { flags: 'wx', mode: 0o600 }),
  );
  await chmod(to, mode);
  return hash.digest('hex');
}

export async function makeFolders(root: string, folders: readonly KeptFolder[]): Promise<void> {
  for (const folder of folders) {
    const place = path.join(root, folder.path);
    await mkdir(place);
    await chmod(place, folder.mode);
  }
}

/** Where root runs it, PostgreSQL is another user: its own files are that user's. */
const isPostgresOwn = (place: string): boolean => /^(postgres(\/|$)|secrets\/postgres$)/.test(place);

export async function giveToPostgres(root: string, entries: readonly KeptFolder[], user: SystemUser | undefined): Promise<void> {
  if (!user) return;
  for (const entry of entries.filter((one) => isPostgresOwn(one.path))) await chown(path.join(root, entry.path), user.uid, user.gid);
}

/** Everything written so far to this disk is on it when this returns: once for thousands of small files, instead of once for each. */
export function syncDisk(folder: string): void {
  execFileSync('sync', ['--file-system', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
}

export const sizeOf = (files: readonly Pick<KeptFile, 'size'>[]): number => files.reduce((sum, { size }) => sum + size, 0);
