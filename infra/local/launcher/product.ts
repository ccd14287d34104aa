import { startStreamKeeper } from '@alianza/platform/nats/stream-keeper';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { databasesFile, provision } from '../databases.js';
import { Fleet } from '../processes/fleet.js';
import { writePrivate } from '../servers/private-file.js';
import { searchEnvironment, type Messages, type Parts } from '../environments.js';
import { grantsOf, newNatsAccount, type NatsAccount } from '../servers/nats/account.js';
import { allConsumptions, definitions, startServices } from '../services.js';
import { demoOperators, fillDemo } from './demo.js';
import { launchLog, noteIn } from './launch-log.js';
import type { Launch, PeopleAndMail } from './launch.js';

/** Milliseconds in which a service finishes what it has begun; a fleet's edge does so before the rest. */
const drain = 28_000;
const fleetDrain = 2 * drain + 2000;

/** What stands around the product once the servers run. */
export interface Around {
  readonly web: string;
  /** Of whoever may make databases and roles. */
  readonly adminUrl: string;
  readonly nats: Messages | null;
  readonly people: PeopleAndMail;
}

/** Migrations, services, demo: all that needs the product's own code, which takes a second to load. */
export async function startProduct(launch: Launch, surroundings: Around): Promise<void> {
  const { options, stops, progress } = launch;
  const { mailbox, identity } = surroundings.people;
  const databases = await progress.step(5, 'Migraciones', 'poniendo al día una base por servicio', () => migrated(surroundings.adminUrl));
  const parts = partsFor(launch, surroundings, databases);
  tellCommands(launch, parts);
  await progress.step(6, 'Servicios', 'iniciando membresía, repositorio, avisos, auditoría y entrada', async (tell) => {
    if (surroundings.nats === null) await keepGivenStreams(launch, tell);
    await (options.processes ? startFleet(launch, parts, tell) : startServices(parts, (app) => stops.push(() => app.close(), drain)));
  });
  if (identity === null) return;
  await progress.step(7, 'Demostración', 'comprobando las dos redes', (tell) =>
    fillDemo({ options, identity, mailbox: mailbox !== null, tell }),
  );
}

/** A process that ends by itself is said and replaced. */
async function startFleet({ options, stops }: Launch, parts: Parts, tell: (what: string) => void): Promise<void> {
  const fleet = new Fleet(parts, {
    replicas: 1,
    gateways: 2,
    logs: path.join(options.dataDir, 'logs'),
    fell: (name, code) => tell(`${name} terminó con el código ${code} y se inicia otra vez`),
  });
  stops.push(() => fleet.stop(), fleetDrain);
  await fleet.start();
  tell(fleet.places.map(({ name, process }) => `${name} (${process?.pid ?? 0})`).join(', '));
}

/** Commands beside a running installation find its databases and its search server here; passwords are new at every start. */
function tellCommands({ options, stops }: Launch, { databases, search }: Parts): void {
  const file = databasesFile(options.dataDir);
  writePrivate(file, JSON.stringify({ ...databases, ...searchEnvironment(search) }));
  stops.push(() => rmSync(file, { force: true }));
}

/** With a server of one's own, a service's address and password come from the environment: `MEMBERSHIP_DATABASE_URL`. */
async function migrated(adminUrl: string): Promise<Record<string, string>> {
  const given = definitions.flatMap(({ name }) => {
    const url = process.env[`${name.toUpperCase()}_DATABASE_URL`];
    return url ? [[name, url] as const] : [];
  });
  const secrets = Object.fromEntries(given.map(([name, url]) => [name, decodeURIComponent(new URL(url).password)]));
  return { ...(await provision(adminUrl, definitions, { secrets })), ...Object.fromEntries(given) };
}

/** Everybody who may enter the embedded NATS, and what for. */
export const localAccount = (): NatsAccount => newNatsAccount('alianza', grantsOf(definitions));

/** With a NATS of one's own, a service's seed comes from the environment, `MEMBERSHIP_NATS_NKEY_SEED`; there is none where anybody may enter. */
function givenSeeds(): Messages['seeds'] {
  return Object.fromEntries(definitions.map(({ name }) => [name, process.env[`${name.toUpperCase()}_NATS_NKEY_SEED`] || undefined]));
}

/** With a NATS of one's own its streams are ours to keep, unless it knows who enters and we are not given the seed of who makes them. */
async function keepGivenStreams({ options, stops }: Launch, tell: (what: string) => void): Promise<void> {
  const seed = process.env.STREAMS_NATS_NKEY_SEED || undefined;
  if (seed === undefined && Object.values(givenSeeds() ?? {}).some((given) => given !== undefined))
    return tell('los flujos de eventos son de quien tenga la semilla de `streams`: aquí falta STREAMS_NATS_NKEY_SEED');
  const address = { NATS_URL: options.natsUrl ?? '', NATS_NKEY_SEED: seed };
  const note = noteIn(launchLog(options.dataDir));
  const keeper = await startStreamKeeper(address, { consumptions: allConsumptions(), note, sparing: true });
  stops.push(() => keeper.close());
}

const givenReplicas = () => (process.env.NATS_REPLICAS ? Number(process.env.NATS_REPLICAS) : undefined);

function partsFor({ options }: Launch, { web, nats, people }: Around, databases: Record<string, string>): Parts {
  const { KEYCLOAK_CLIENT_SECRET, LOG_LEVEL, MEILI_INDEX, MEILI_KEY, MEILI_URL, NODE_ENV, TRUSTED_PROXIES } = process.env;
  const { mailbox, identity, smtpUrl } = people;
  return {
    mode: NODE_ENV === 'test' || NODE_ENV === 'production' ? NODE_ENV : 'development',
    nats: nats ?? { url: options.natsUrl ?? '', seeds: givenSeeds(), replicas: givenReplicas() },
    databases,
    filesDir: path.join(options.dataDir, 'files'),
    origin: options.origin,
    host: options.host,
    port: options.port,
    smtpUrl,
    mailboxUrl: mailbox?.url,
    search: MEILI_URL ? { url: MEILI_URL, key: MEILI_KEY || undefined, index: MEILI_INDEX || undefined } : undefined,
    identity: identity ?? undefined,
    issuer: options.issuer,
    keycloak: options.keycloakUrl === undefined ? undefined : { url: options.keycloakUrl, clientSecret: KEYCLOAK_CLIENT_SECRET },
    webDist: web,
    trustedProxies: TRUSTED_PROXIES || undefined,
    operators: identity === null ? givenOperators() : demoOperators,
    logLevel: LOG_LEVEL ?? 'info',
    logFile: (service) => path.join(options.dataDir, 'logs', `${service}.log`),
  };
}

/** With an issuer of one's own there are no demo people: OPERATORS names who stands above networks, as membership reads it. */
function givenOperators(): Parts['operators'] {
  return JSON.parse(process.env.OPERATORS ?? '[]') as Parts['operators'];
}
