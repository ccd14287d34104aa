import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { services } from '@alianza/contracts/access';
import { localIssuer, type Parts } from '@alianza/local/environments';
import { startIdentity, type Identity } from '@alianza/local/identity/identity';
import { startMailbox, type Mailbox } from '@alianza/local/mailbox/mailbox';
import { freePort } from '@alianza/local/servers/free-port';
import { shared, worker, workerDatabase } from './databases.js';
import { Edge } from './edge.js';
import { operatorAccount, People } from './people.js';
import { accountOf } from './servers.js';

/** What stands around the services of a spec: an address, an issuer, a mailbox that receives, people who ask through the edge. */
export interface Surroundings {
  readonly origin: string;
  readonly edge: Edge;
  readonly people: People;
  readonly mailbox: Mailbox;
  readonly identity: Identity;
}

/** With what the services need to stand in it, wherever they run. */
export async function openSurroundings(): Promise<Surroundings & { readonly dir: string; readonly parts: Parts; close(): Promise<void> }> {
  const { dir: all, nats, webDist } = shared();
  const dir = mkdtempSync(path.join(all, 'world-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const mailbox = await startMailbox(dir);
  const identity = await startIdentity({ origin, dataDir: dir, smtpUrl: mailbox.smtpUrl });
  const databases = Object.fromEntries(await Promise.all(services.map(async (name) => [name, await workerDatabase(name)] as const)));
  const parts: Parts = {
    mode: 'test',
    nats: { url: nats.host, user: accountOf(worker), password: nats.password },
    databases,
    filesDir: path.join(dir, 'files'),
    origin,
    host: '127.0.0.1',
    port,
    smtpUrl: mailbox.smtpUrl,
    mailboxUrl: mailbox.url,
    identity,
    webDist,
    operators: [{ issuer: localIssuer, ...operatorAccount }],
    logLevel: process.env.TEST_LOG ?? 'silent',
  };
  const edge = new Edge(origin);
  const close = async () => {
    await Promise.all([identity.stop(), mailbox.stop()]);
  };
  return { origin, edge, people: new People(edge, identity), mailbox, identity, dir, parts, close };
}
