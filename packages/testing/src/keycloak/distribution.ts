import { Child } from '@alianza/local/servers/child';
import { freePort } from '@alianza/local/servers/free-port';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The same that infra/compose.yaml runs; not older, for its fixes. It needs Java 17. */
export const keycloakVersion = '26.6.4';

const root = path.resolve(import.meta.dirname, '../../../..');
const cache = path.join(root, '.cache/keycloak');
const home = path.join(cache, `keycloak-${keycloakVersion}`);
const logFile = path.join(root, '.cache/keycloak.log');
const artifact = `org.keycloak:keycloak-quarkus-dist:${keycloakVersion}:tar.gz`;
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** What the server is made for; read again only when it is built anew. */
const build = ['build', '--db=dev-file', '--health-enabled=false', '--metrics-enabled=false'];

/** It lives for minutes beside busy neighbours: the quick compiler and one thread for garbage start it in half the time. */
export const javaOptions =
  '-Xms128m -Xmx512m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8';

async function step(what: string, command: string, args: readonly string[]): Promise<void> {
  const child = new Child(command, args, { logFile, env: { ...process.env, JAVA_OPTS: javaOptions } });
  if ((await child.ended) !== 0) throw new Error(`${what}: ${child.said.slice(-800)} (${logFile})`);
}

/** A start on an empty database: three hundred tables, which every run then finds made. */
async function makeTables(folder: string): Promise<void> {
  const port = String(await freePort());
  const args = [
    'start',
    '--optimized',
    '--cache=local',
    '--http-enabled=true',
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
    '--hostname-strict=false',
  ];
  const child = new Child(path.join(folder, 'bin/kc.sh'), args, { logFile, env: { ...process.env, JAVA_OPTS: javaOptions } });
  const isThere = await child.untilSaid('Listening on');
  await child.stop();
  if (!isThere) throw new Error(`the first start of Keycloak: ${child.said.slice(-800)} (${logFile})`);
}

/** Keycloak's folder, fetched through Maven by its coordinates and made ready once; an interrupted attempt leaves nothing that looks finished. */
export async function keycloakHome(): Promise<string> {
  if (existsSync(home)) return home;
  const draft = path.join(cache, `draft-${String(process.pid)}`);
  mkdirSync(draft, { recursive: true });
  try {
    const what = ['-B', '-q', `-Dartifact=${artifact}`];
    await step('fetching Keycloak', 'mvn', [...what, '-Dtransitive=false', `${plugin}:get`]);
    await step('fetching Keycloak', 'mvn', [...what, `-DoutputDirectory=${draft}`, `${plugin}:copy`]);
    const archive = readdirSync(draft).find((name) => name.endsWith('.tar.gz')) ?? '';
    await step('unpacking Keycloak', 'tar', ['-xzf', path.join(draft, archive), '-C', draft]);
    const unpacked = path.join(draft, `keycloak-${keycloakVersion}`);
    await step('building Keycloak', path.join(unpacked, 'bin/kc.sh'), build);
    await makeTables(unpacked);
    if (!existsSync(home)) renameSync(unpacked, home);
    return home;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A home of a run's own: the realm that is imported and what is written stays apart, the program is the cached one's. */
export function homeIn(folder: string, program: string, realm: string): void {
  for (const name of ['bin', 'data/h2']) cpSync(path.join(program, name), path.join(folder, name), { recursive: true });
  for (const name of ['conf', 'lib', 'providers', 'themes']) symlinkSync(path.join(program, name), path.join(folder, name));
  mkdirSync(path.join(folder, 'data/import'), { recursive: true });
  writeFileSync(path.join(folder, 'data/import/alianza-realm.json'), realm);
}
