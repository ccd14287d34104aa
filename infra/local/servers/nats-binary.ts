import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Child } from './child.js';
import { StartFailure } from './start-failure.js';

/** The floor for production (durable acknowledgement since 2.12.1), and the version built where Go is present. */
export const natsVersion = 'v2.12.7';

const cache = path.resolve(import.meta.dirname, '../../../.cache');
const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (name: string) => folders.map((folder) => path.join(folder, name)).find(isExecutable);

export interface NatsBinary {
  readonly file: string;
  /** Where it came from, for whoever reads the progress. */
  readonly origin: string;
}

/** nats-server: NATS_BIN, PATH, an earlier download; else built with Go, else Debian's package. Needs no root. */
export async function natsBinary(tell: (what: string) => void = () => undefined): Promise<NatsBinary> {
  const named = process.env.NATS_BIN;
  if (named) {
    if (!isExecutable(named)) throw new StartFailure(`NATS_BIN indica ${named}, que no existe o no se puede ejecutar.`);
    return { file: named, origin: 'NATS_BIN' };
  }
  const installed = onPath('nats-server');
  if (installed) return { file: installed, origin: installed };
  return built() ?? unpacked() ?? (await build(tell)) ?? (await unpack(tell)) ?? fail();
}

const goFile = path.join(cache, `nats-${natsVersion}/nats-server`);
const debianFile = path.join(cache, 'nats-debian/usr/sbin/nats-server');

const built = (): NatsBinary | null => (isExecutable(goFile) ? { file: goFile, origin: `NATS ${natsVersion}, compilado con Go` } : null);
const unpacked = (): NatsBinary | null => (isExecutable(debianFile) ? { file: debianFile, origin: 'paquete de Debian' } : null);

async function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = new Child(command, args, { logFile: path.join(cache, 'nats.log'), cwd, env: { ...process.env, ...env } });
  return (await child.ended) === 0;
}

async function build(tell: (what: string) => void): Promise<NatsBinary | null> {
  const go = onPath('go');
  if (!go) return null;
  tell(`compilando NATS ${natsVersion} con Go`);
  const folder = path.dirname(goFile);
  mkdirSync(folder, { recursive: true });
  // as nobody's module: the folder must not inherit one from a parent
  const done = await run(go, ['install', `github.com/nats-io/nats-server/v2@${natsVersion}`], folder, {
    GOBIN: folder,
    GOFLAGS: '-buildvcs=false',
  });
  return done ? built() : null;
}

/** apt's own lists and cache in our folder, so that neither root nor the system's state is needed. */
async function unpack(tell: (what: string) => void): Promise<NatsBinary | null> {
  if (!onPath('apt-get') || !onPath('dpkg-deb')) return null;
  tell('descargando el paquete nats-server de Debian');
  const apt = path.join(cache, 'apt');
  for (const folder of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(path.join(apt, folder), { recursive: true });
  const settings = [`Dir::State=${apt}/state`, 'Dir::State::status=/var/lib/dpkg/status', `Dir::Cache=${apt}/cache`, 'APT::Sandbox::User='];
  const options = ['-q', ...settings.flatMap((setting) => ['-o', setting])];
  try {
    if (!(await run('apt-get', [...options, 'update'], apt)) || !(await run('apt-get', [...options, 'download', 'nats-server'], apt)))
      return null;
    const archive = readdirSync(apt).find((file) => file.endsWith('.deb'));
    if (!archive || !(await run('dpkg-deb', ['-x', path.join(apt, archive), path.join(cache, 'nats-debian')], apt))) return null;
    return unpacked();
  } finally {
    rmSync(apt, { recursive: true, force: true });
  }
}

function fail(): never {
  throw new StartFailure(
    'Falta el servidor NATS y no se pudo obtener: sirve tener nats-server en el PATH, indicarlo en NATS_BIN, instalar Go, o dar uno en marcha con NATS_URL.',
  );
}

/** Whether this server knows a setting that came with 2.10 (`sync_interval` in JetStream). */
export function isSince210(file: string): boolean {
  const [, major = 0, minor = 0] = (/v(\d+)\.(\d+)/.exec(execFileSync(file, ['--version']).toString()) ?? []).map(Number);
  return major > 2 || (major === 2 && minor >= 10);
}
