import { existsSync, mkdirSync, chownSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Child } from './child.js';
import { freePort } from './free-port.js';
import { endLeftover } from './leftover.js';
import { postgresBinaries, postgresUser, type PostgresBinaries } from './postgres-binaries.js';
import { keptSecret } from './private-file.js';
import { brokenFolder, diskFull, saysDiskFull, StartFailure } from './start-failure.js';

/** The major version of the PostgreSQL that comes with the dependencies. */
export const postgresMajor = '18';

/** Nothing is kept for good, no table lives long enough to be tidied, and a password shown on loopback need not be slow to try. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'scram_iterations=1'];
/** TCP only: a socket's path is limited to 107 characters, a data folder's is not. */
const always = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=400', 'lc_messages=C'];

export interface PostgresOptions {
  /** Trades durability for speed: for specs that lose nothing by losing the data. */
  readonly forgetful?: boolean;
  /** Default: a free one. */
  readonly port?: number;
}

export interface Postgres {
  /** Address of the superuser. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** Says why a data folder cannot be opened, before PostgreSQL says it in its own words. */
export function checkCluster(data: string): void {
  if (!existsSync(data)) return;
  const version = path.join(data, 'PG_VERSION');
  if (!existsSync(version) || !existsSync(path.join(data, 'global/pg_control'))) {
    throw brokenFolder(data, 'quedó a medio crear. Borrarla y volver a iniciar la crea de nuevo.');
  }
  const major = readFileSync(version, 'utf8').trim();
  if (major !== postgresMajor) {
    throw brokenFolder(
      data,
      `la creó PostgreSQL ${major} y este proyecto trae PostgreSQL ${postgresMajor}. DATA_DIR puede indicar otra carpeta.`,
    );
  }
}

/** A server on loopback that keeps its data in `<dir>/postgres` and its words in `<dir>/logs/postgres.log`. */
export async function startPostgres(dir: string, { forgetful = false, port }: PostgresOptions = {}): Promise<Postgres> {
  const data = path.join(dir, 'postgres');
  const logFile = path.join(dir, 'logs/postgres.log');
  const binaries = await postgresBinaries();
  checkCluster(data);
  await endLeftover(path.join(data, 'postmaster.pid'), data);
  const passwordFile = path.join(dir, 'secrets/postgres');
  if (existsSync(data) && !existsSync(passwordFile)) throw brokenFolder(data, `falta su contraseña, que estaba en ${passwordFile}.`);
  const password = keptSecret(passwordFile);
  if (!existsSync(data)) await createCluster({ dir, data, logFile, binaries, forgetful });

  const chosen = port ?? (await freePort());
  const settings = [...always, ...(forgetful ? careless : [])].flatMap((setting) => ['-c', setting]);
  const server = new Child(binaries.postgres, ['-D', data, '-p', String(chosen), ...settings], { logFile, owner: postgresUser() });
  if (!(await server.untilSaid('database system is ready to accept connections'))) throw whyNot(server.said, logFile);
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${chosen}/postgres`,
    port: chosen,
    pid: server.pid,
    ended: server.ended,
    stop: () => server.stop('SIGINT'), // ends sessions instead of waiting for them
  };
}

interface NewCluster {
  readonly dir: string;
  readonly data: string;
  readonly logFile: string;
  readonly binaries: PostgresBinaries;
  readonly forgetful: boolean;
}

/** Made beside its place and moved there whole, so that a start cut short leaves nothing half made. */
async function createCluster({ dir, data, logFile, binaries, forgetful }: NewCluster) {
  const owner = postgresUser();
  const draft = `${data}.new`;
  const passwordFile = path.join(dir, 'secrets/postgres');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (owner) for (const file of [draft, passwordFile]) chownSync(file, owner.uid, owner.gid);
  const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  const initdb = new Child(binaries.initdb, [`--pgdata=${draft}`, ...flags, ...(forgetful ? ['--no-sync'] : [])], { logFile, owner });
  if ((await initdb.ended) !== 0) {
    rmSync(draft, { recursive: true, force: true });
    if (initdb.said.includes('Permission denied'))
      throw brokenFolder(dir, 'el usuario con el que corre PostgreSQL no puede entrar en ella.');
    throw whyNot(initdb.said, logFile);
  }
  renameSync(draft, data);
}

function whyNot(said: string, logFile: string): StartFailure {
  if (saysDiskFull(said)) return diskFull();
  return new StartFailure(`PostgreSQL no pudo iniciar; los detalles están en ${logFile}.`);
}
