import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** For one spec; open to read, as PostgreSQL may run as another user. */
export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'alianza-'));
  chmodSync(folder, 0o755);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { path: folder, remove };
}

/** Reads until there is something to read; fails after `within` milliseconds. */
export async function until<T>(
  read: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  within = 20_000,
): Promise<T> {
  for (const end = performance.now() + within; ; await pause(20)) {
    const isLast = performance.now() > end;
    const value = await read();
    if (value) return value;
    if (isLast) throw new Error('did not happen in time');
  }
}
