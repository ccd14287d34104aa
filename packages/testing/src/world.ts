import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { ServiceName } from '@alianza/contracts/access';
import { startGateway } from '@alianza/gateway/start';
import { environmentsFor, localIssuer } from '@alianza/local/environments';
import { startIdentity, type Identity } from '@alianza/local/identity/identity';
import { startMailbox, type Mailbox } from '@alianza/local/mailbox/mailbox';
import { freePort } from '@alianza/local/servers/free-port';
import { startService } from '@alianza/platform/run/run-service';
import { accountOf } from './servers.js';
import { shared, worker, workerDatabase } from './databases.js';
import { definitionOf } from './definitions.js';
import { operatorAccount, People } from './people.js';
import { Edge } from './edge.js';

const all: readonly ServiceName[] = ['membership', 'repository', 'notifications', 'audit', 'gateway'];

/** The product as it runs, in one process: real services on real servers, people with real tokens, a mailbox that receives. */
export interface World {
  readonly origin: string;
  readonly edge: Edge;
  readonly people: People;
  readonly mailbox: Mailbox;
  readonly identity: Identity;
  /** A running service's container, for what cannot be seen from outside. */
  service(name: ServiceName): INestApplicationContext;
  close(): Promise<void>;
}

/** One world per spec file; a spec isolates itself by opening networks of its own. */
export async function openWorld(wanted: readonly ServiceName[] = all): Promise<World> {
  const { dir, nats, webDist } = shared();
  const own = mkdtempSync(path.join(dir, 'world-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const mailbox = await startMailbox(own);
  const identity = await startIdentity({ origin, dataDir: own, smtpUrl: mailbox.smtpUrl });
  const names = all.filter((name) => wanted.includes(name));
  const databases = Object.fromEntries(await Promise.all(all.map(async (name) => [name, await workerDatabase(name)] as const)));
  const environments = environmentsFor({
    mode: 'test',
    nats: { url: nats.host, user: accountOf(worker), password: nats.password },
    databases,
    filesDir: path.join(own, 'files'),
    origin,
    host: '127.0.0.1',
    port,
    smtpUrl: mailbox.smtpUrl,
    mailboxUrl: mailbox.url,
    identity,
    webDist,
    operators: [{ issuer: localIssuer, ...operatorAccount }],
    logLevel: process.env.TEST_LOG ?? 'silent',
  });
  const running = new Map<ServiceName, INestApplicationContext>();
  const start = (name: ServiceName) =>
    name === 'gateway' ? startGateway(environments[name]) : startService(definitionOf(name), environments[name]);
  for (const name of names) running.set(name, await start(name));
  const edge = new Edge(origin);
  return {
    origin,
    edge,
    people: new People(edge, identity),
    mailbox,
    identity,
    service: (name) => {
      const found = running.get(name);
      if (!found) throw new Error(`${name} does not run in this world`);
      return found;
    },
    close: async () => {
      for (const app of [...running.values()].reverse()) await app.close();
      await Promise.all([identity.stop(), mailbox.stop()]);
    },
  };
}
