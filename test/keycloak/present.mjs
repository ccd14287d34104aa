import { spawnSync } from 'node:child_process';

const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0;

/** Java says what it is on the error stream, `openjdk version "17.0.15" …`; 8 and before called themselves 1.8. */
export const javaVersionIn = (said) => Number(/version "(?:1\.)?(\d+)/.exec(said)?.[1] ?? 0);

const javaVersion = () => javaVersionIn(spawnSync('java', ['-version'], { encoding: 'utf8', timeout: 30_000 }).stderr ?? '');

/** Why Keycloak cannot be fetched and run here; null where it can. */
export function keycloakLacks() {
  if (javaVersion() < 17) return 'no java (17 or newer) is in the PATH';
  if (!runs('mvn', '-version')) return 'no mvn is in the PATH to fetch it with';
  return null;
}
