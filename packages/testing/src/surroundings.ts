import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { services } from '@alianza/contracts/access';
import { localIssuer, type Parts } from '@alianza/local/environments';
import { startIdentity, type Identity } from '@alianza/local/identity/identity';
import { startMailbox, type Mailbox } from '@alianza/local/mailbox/mailbox';
import { freePort } from '@alianza/local/servers/free-port';
import { writePrivate } from '@alianza/local/servers/private-file';
import { messages, shared, workerDatabase } from './databases.js';
import { Edge } from './edge.js';
import { operatorAccount, passwordOperatorAccount, People } from './people.js';

/** What stands around the services of a spec: an address, an issuer, a mailbox that receives, people who ask through the edge. */
export interface Surroundings {
  readonly origin: string;
  readonly edge: Edge;
  readonly people: People;
  readonly mailbox: Mailbox;
  readonly identity: Identity;
}

export interface OpenSurroundings extends Surroundings {
  readonly dir: string;
  /** What the services need to stand in it, wherever they run. */
  readonly parts: Parts;
  close(): Promise<void>;
}

/** The servers that a world stands on, and a folder of its own. */
export type Ground = Pick<Parts, 'nats' | 'webDist'> & {
  readonly dir: string;
  readonly databases: Parts['databases'] | Promise<Parts['databases']>;
};

/** What the issuers of this process sign with: a pair of keys takes a tenth of a second to make. */
let issuerKeys: string | null = null;

/** On the servers that the workers of a run share. */
export async function openSurroundings(): Promise<OpenSurroundings> {
  const { dir: all, webDist } = shared();
  const dir = mkdtempSync(path.join(all, 'world-'));
  const keys = path.join(dir, 'identity/keys.json');
  if (issuerKeys !== null) writePrivate(keys, issuerKeys);
  const databases = Promise.all(services.map(async (name) => [name, await workerDatabase(name)] as const));
  const standing = await surround({ dir, nats: messages(), databases: databases.then((each) => Object.fromEntries(each)), webDist });
  issuerKeys ??= readFileSync(keys, 'utf8');
  const close = async () => {
    await standing.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...standing, close };
}

export async function surround({ dir, databases, ...servers }: Ground): Promise<OpenSurroundings> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const mailbox = await startMailbox(dir);
  const identity = await startIdentity({ origin, dataDir: dir, smtpUrl: mailbox.smtpUrl });
  const parts: Parts = {
    mode: 'test',
    ...servers,
    databases: await databases,
    filesDir: path.join(dir, 'files'),
    origin,
    host: '127.0.0.1',
    port,
    smtpUrl: mailbox.smtpUrl,
    mailboxUrl: mailbox.url,
    identity,
    operators: [operatorAccount, passwordOperatorAccount].map((account) => ({ issuer: localIssuer, ...account })),
    logLevel: process.env.TEST_LOG ?? 'silent',
  };
  const edge = new Edge(origin);
  const close = async () => {
    await Promise.all([identity.stop(), mailbox.stop()]);
  };
  return { origin, edge, people: new People(edge, identity), mailbox, identity, dir, parts, close };
}
