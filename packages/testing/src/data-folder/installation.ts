import type { INestApplicationContext } from '@nestjs/common';
import type { ServiceName } from '@alianza/contracts/access';
import { startGateway } from '@alianza/gateway/start';
import { databasesFile, provision } from '@alianza/local/databases';
import { environmentsFor } from '@alianza/local/environments';
import { claimDataFolder } from '@alianza/local/launcher/data-folder';
import { startNats } from '@alianza/local/servers/nats';
import { grantsOf, newNatsAccount } from '@alianza/local/servers/nats/account';
import { startPostgres } from '@alianza/local/servers/postgres';
import { writePrivate } from '@alianza/local/servers/private-file';
import { definitions } from '@alianza/local/services';
import { builtWeb } from '@alianza/local/web';
import { startService } from '@alianza/platform/run/run-service';
import { surround } from '../surroundings.js';
import type { World } from '../world.js';

/** A world whose data folder is its own: for what happens to data folders. */
export interface Installation extends World {
  /** Address of the superuser. */
  readonly postgresUrl: string;
  /** Addresses of the roles that services run as. */
  readonly databases: Readonly<Record<string, string>>;
}

/** Servers and services on `dir`, as `npm start` lays it out, without the demonstration. What was started ends when the rest fails. */
export async function openInstallation(dir: string): Promise<Installation> {
  const stops: (() => unknown)[] = [];
  const close = async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  try {
    return { ...(await open(dir, stops)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(dir: string, stops: (() => unknown)[]): Promise<Omit<Installation, 'close'>> {
  stops.push(claimDataFolder(dir).release);
  const postgres = await startPostgres(dir, { forgetful: true });
  stops.push(() => postgres.stop());
  const account = newNatsAccount('alianza', grantsOf(definitions));
  const nats = await startNats(dir, { forgetful: true, accounts: [account] });
  stops.push(() => nats.stop());
  const databases = await provision(postgres.url, definitions);
  writePrivate(databasesFile(dir), JSON.stringify(databases));
  const messages = { url: nats.address, seeds: account.seeds, keeper: account.keeper };
  const { parts, close, ...surroundings } = await surround({ dir, nats: messages, databases, webDist: await builtWeb() });
  stops.push(close);
  const environments = environmentsFor(parts);
  const running = new Map<ServiceName, INestApplicationContext>();
  for (const definition of definitions) {
    const { name } = definition;
    const app = name === 'gateway' ? await startGateway(environments[name]) : await startService(definition, environments[name]);
    running.set(name, app);
    stops.push(() => app.close());
  }
  const service = (name: ServiceName) => {
    const found = running.get(name);
    if (!found) throw new Error(`${name} does not run here`);
    return found;
  };
  return { ...surroundings, service, postgresUrl: postgres.url, databases };
}
