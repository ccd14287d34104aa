import { spawnSync } from 'node:child_process';

const runs = (command, ...args) => spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0;

/** Why Keycloak cannot be fetched and run here; null where it can. */
export function keycloakLacks() {
  if (!runs('java', '-version')) return 'no java (17 or newer) is in the PATH';
  if (!runs('mvn', '-version')) return 'no mvn is in the PATH to fetch it with';
  return null;
}
