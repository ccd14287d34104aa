import { services } from '@alianza/contracts/access';
import { addressAs, loginRole, provision } from '@alianza/local/databases';
import { startPostgres, type Postgres } from '@alianza/local/servers/postgres';
import { definitions } from '@alianza/local/services';
import { builtWeb } from '@alianza/local/web';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** A migrated cluster that nobody runs, and what is needed to stand on a copy of it. */
interface Template {
  readonly dir: string;
  readonly password: string;
  readonly webDist: string;
}

export interface Cluster {
  readonly postgres: Postgres;
  readonly databases: Readonly<Record<string, string>>;
  readonly webDist: string;
}

const templateKey = 'ALIANZA_FAULT_TEMPLATE';
const copied = ['postgres', 'secrets'];

const folders = new Set<string>();
process.once('exit', () => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

/** A folder that PostgreSQL, which is never root, may enter; gone with this process at the latest. */
export function newFolder(name: string): string {
  const dir = mkdtempSync(path.join(tmpdir(), `alianza-${name}-`));
  chmodSync(dir, 0o755);
  folders.add(dir);
  return dir;
}

/** Makes the template in `dir`, for the worlds of this process and of those it starts. */
export async function makeTemplate(dir: string): Promise<void> {
  const password = randomBytes(16).toString('hex');
  const secrets = Object.fromEntries(services.map((name) => [name, password]));
  const webDist = await builtWeb(() => undefined);
  const postgres = await startPostgres(dir);
  try {
    await provision(postgres.url, definitions, { secrets });
  } finally {
    await postgres.stop();
  }
  process.env[templateKey] = JSON.stringify({ dir, password, webDist } satisfies Template);
}

function template(): Template {
  if (process.env[templateKey] === undefined) throw new Error('no template: this spec is named *.fault.spec.ts, or makes it first');
  return JSON.parse(process.env[templateKey]) as Template;
}

/** The migrated and empty databases in `dir`, where whoever starts there finds them. */
export async function copyTemplate(dir: string): Promise<void> {
  const { dir: from } = template();
  mkdirSync(dir, { recursive: true });
  // with its owner, whom PostgreSQL insists on and Node's own copy does not keep
  await promisify(execFile)('cp', ['-a', ...copied.map((name) => path.join(from, name)), dir]);
}

/** A server of one's own in `dir`, with durable settings, that holds the migrated and empty databases. */
export async function openCluster(dir: string): Promise<Cluster> {
  const { password, webDist } = template();
  await copyTemplate(dir);
  const postgres = await startPostgres(dir);
  const address = (name: string) => addressAs(postgres.url, { name: loginRole(name), password }, `alianza_${name}`);
  return { postgres, databases: Object.fromEntries(services.map((name) => [name, address(name)])), webDist };
}
