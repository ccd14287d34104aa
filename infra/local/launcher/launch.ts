import { startIdentity, type Identity } from '../identity/identity.js';
import { startMailbox, type Mailbox } from '../mailbox/mailbox.js';
import type { Messages } from '../environments.js';
import { startNats, type Nats } from '../servers/nats.js';
import { startPostgres } from '../servers/postgres.js';
import { StartFailure } from '../servers/start-failure.js';
import { builtWeb } from '../web.js';
import { claimDataFolder } from './data-folder.js';
import { firstSearch } from './first-search.js';
import { checkPort, type LaunchOptions } from './options.js';
import type { Progress } from './progress.js';
import type { Stops } from './stops.js';

export const steps = 7;

export interface Launch {
  readonly options: LaunchOptions;
  readonly stops: Stops;
  readonly progress: Progress;
  /** Told when a part that should run ends by itself. */
  readonly broken: (failure: StartFailure) => void;
}

/** Starts everything and answers once the first search is answered. What is started is in `stops` at once, also when the rest fails. */
export async function launch(launch: Launch): Promise<void> {
  const { options, stops, progress } = launch;
  await checkPort(options);
  stops.push(claimDataFolder(options.dataDir).release);
  const [web, adminUrl, nats, people, { startProduct }] = await Promise.all([
    progress.step(1, 'Portal', 'comprobando si está compilado', (tell) => builtWeb(tell)),
    database(launch),
    messages(launch),
    peopleAndMail(launch),
    import('./product.js'), // loads while the servers start
  ]);
  await startProduct(launch, { web, adminUrl, nats, people });
  await firstSearch(options.origin);
}

async function database(launch: Launch): Promise<string> {
  const { options, progress } = launch;
  const { migrationDatabaseUrl, dataDir } = options;
  if (migrationDatabaseUrl !== undefined) return migrationDatabaseUrl;
  const server = await progress.step(2, 'Base de datos', 'iniciando PostgreSQL', () => startPostgres(dataDir));
  watch(launch, server, `PostgreSQL terminó sin que se le pidiera; los detalles están en ${dataDir}/logs/postgres.log.`);
  return server.url;
}

/** New keys at every start: they are in the services' environments and nowhere else. */
async function messages(launch: Launch): Promise<Messages | null> {
  const { options, progress } = launch;
  if (options.natsUrl?.includes('@') === true)
    throw new StartFailure(
      'NATS_URL no lleva usuario ni contraseña: cada servicio entra con su semilla, p. ej. MEMBERSHIP_NATS_NKEY_SEED.',
    );
  if (options.natsUrl !== undefined) return null;
  const { server, seeds } = await progress.step(3, 'Mensajes', 'iniciando NATS con JetStream', async (tell) => {
    const { localAccount } = await import('./product.js'); // what services consume is part of what they may do
    const account = localAccount();
    const started = await startNats(options.dataDir, { accounts: [account], tell });
    tell(`se usa ${started.origin}`);
    return { server: started, seeds: account.seeds };
  });
  watch(launch, server, `El servidor NATS terminó sin que se le pidiera; los detalles están en ${options.dataDir}/logs/nats.log.`);
  return { url: server.address, seeds };
}

/** Remembers how a server stops, and tells when it ends before that. */
function watch({ stops, broken }: Launch, server: Pick<Nats, 'ended' | 'stop'>, sentence: string) {
  let stopping = false;
  stops.push(() => {
    stopping = true;
    return server.stop();
  });
  void server.ended.then(() => {
    if (!stopping) broken(new StartFailure(sentence));
  });
}

export interface PeopleAndMail {
  readonly mailbox: Mailbox | null;
  readonly identity: Identity | null;
  readonly smtpUrl: string;
}

async function peopleAndMail({ options, stops, progress }: Launch): Promise<PeopleAndMail> {
  const { origin, dataDir, issuer } = options;
  return progress.step(4, 'Correo e identidad', 'iniciando el buzón local y el inicio de sesión', async () => {
    const mailbox = options.smtpUrl === undefined ? await stops.keep(startMailbox(dataDir)) : null;
    const smtpUrl = options.smtpUrl ?? mailbox?.smtpUrl ?? '';
    const identity = issuer === undefined ? await stops.keep(startIdentity({ origin, dataDir, smtpUrl })) : null;
    return { mailbox, identity, smtpUrl };
  });
}
