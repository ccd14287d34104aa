import { openNetwork } from '@alianza/contracts/membership/networks';
import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { grantRole } from '@alianza/contracts/membership/people';
import { importPractice } from '@alianza/contracts/repository/imports';
import { noSearchFilter, searchPractices } from '@alianza/contracts/repository/search';
import { loadActor } from './actors/actors.js';
import { apiAt, type Api } from './api.js';
import { loadApplication } from './applications.js';
import { filedIn, loadConcepts, type ConceptOf } from './taxonomy/concepts.js';
import { dataStamp, readLive, readNetworks, readOrganizations, readPractices } from './demo-data.js';
import { inParallel } from './in-parallel.js';
import { loadInquiry } from './inquiries.js';
import { loadLetter } from './representation/letters.js';
import { loadOwnPractice } from './own-practices.js';
import { loadProfile } from './profiles.js';
import { loadReplication } from './replications.js';
import { demoOperator, demoPassword, demoPeople } from './people.js';

/** What the provider needs to make an account that can sign in. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly secondFactor: boolean;
  readonly subject: string;
}

export interface DemoLoad {
  /** Where the API answers. */
  readonly origin: string;
  /**
   * The name under which membership knows the provider. The `iss` of a token holds the port, which may change between starts; the gateway maps
   * the issuer it verified to this configured name (`ISSUER_NAME`), and only the name is kept and compared.
   */
  readonly issuer: string;
  /** Creates the accounts that are not there yet. */
  readonly accounts: (people: readonly DemoAccount[]) => Promise<void>;
  /** An access token as a sign-in would give it, with second factor where the account has one. */
  readonly tokenOf: (email: string) => Promise<string>;
  /** What the last load answered, or null: with the same stamp, and the practices there, nothing is done. */
  readonly stamp: string | null;
  /** Whether the local mailbox answers at `/_correo`: without it no address can be confirmed, so no application is filed. */
  readonly mailbox: boolean;
  /** Told what begins, in the words of the launcher. */
  readonly progress: (what: string) => void;
}

export interface DemoLoaded {
  /** To be kept, and given at the next load. */
  readonly stamp: string;
  /** False when everything was there already. */
  readonly loaded: boolean;
}

/** Requests at once: enough to keep two cores busy, few enough to leave the services room. */
const width = 8;

/** Loads the two demo networks through the public API. Repeating it adds nothing; one that was cut short goes on where it stopped. */
export async function loadDemo(load: DemoLoad): Promise<DemoLoaded> {
  const stamp = dataStamp();
  const api = apiAt(load.origin);
  if (load.stamp === stamp && (await isThere(api))) return { stamp, loaded: false };
  await load.accounts(
    demoPeople.map(({ email, name, secondFactor, subject }) => ({ email, name, secondFactor, subject, password: demoPassword })),
  );
  const tokenOf = keptBriefly(load.tokenOf);
  await openNetworks(api, tokenOf, load.progress);
  const idOf = await registerOrganizations(api, tokenOf, load.progress);
  await grantRoles({ api, tokenOf, idOf, load });
  const conceptOf = await loadConcepts({ api, tokenOf });
  await importPractices(api, tokenOf, { conceptOf, progress: load.progress });
  await loadLive({ api, tokenOf, idOf, load });
  return { stamp, loaded: true };
}

type TokenOf = DemoLoad['tokenOf'];
type Progress = DemoLoad['progress'];
type IdOf = (network: string, slug: string) => string;

async function isThere(api: Api): Promise<boolean> {
  const practices = readPractices();
  const counts = readNetworks().map(async ({ code }) => {
    const { total } = await api.call(searchPractices, { ...noSearchFilter, limit: 1 }, { network: code });
    return total >= practices.filter(({ networks }) => networks.includes(code)).length;
  });
  return (await Promise.all(counts)).every(Boolean);
}

/** Tokens live five minutes: each is asked for again well before. */
function keptBriefly(tokenOf: TokenOf): TokenOf {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (email) => {
    const there = kept.get(email);
    if (there && performance.now() < there.until) return there.token;
    const token = tokenOf(email);
    kept.set(email, { token, until: performance.now() + 60_000 });
    return token;
  };
}

async function openNetworks(api: Api, tokenOf: TokenOf, progress: Progress): Promise<void> {
  const networks = readNetworks();
  progress(`abriendo ${networks.length} redes`);
  for (const settings of networks) await api.call(openNetwork, settings, { token: await tokenOf(demoOperator.email) });
}

async function registerOrganizations(api: Api, tokenOf: TokenOf, progress: Progress): Promise<IdOf> {
  const rows = readOrganizations();
  progress(`inscribiendo ${rows.length} organizaciones y actores`);
  const entries = await inParallel(rows, width, async ({ network, organization }) => {
    const { id } = await api.call(registerOrganization, organization, { network, token: await tokenOf(demoOperator.email) });
    return [`${network}/${organization.slug}`, id] as const;
  });
  const ids = new Map(entries);
  return (network, slug) => {
    const id = ids.get(`${network}/${slug}`);
    if (id === undefined) throw new Error(`data/organizations.json lacks ${slug} in ${network}`);
    return id;
  };
}

interface Loading {
  readonly api: Api;
  readonly tokenOf: TokenOf;
  readonly idOf: IdOf;
  readonly load: DemoLoad;
}

async function grantRoles({ api, tokenOf, idOf, load: { issuer, progress } }: Loading): Promise<void> {
  progress(`dando papel a ${demoPeople.length} cuentas`);
  // One after another within a person, so that nobody is registered twice at the same moment.
  await inParallel(demoPeople, width, async ({ name, language, email, subject, roles }) => {
    for (const { network, role, organization } of roles) {
      const input = {
        organizationId: organization && idOf(network, organization),
        role,
        person: { name, language, email, issuer, subject },
      };
      await api.call(grantRole, input, { network, token: await tokenOf(demoOperator.email) });
    }
  });
}

interface Filing {
  readonly conceptOf: ConceptOf;
  readonly progress: Progress;
}

async function importPractices(api: Api, tokenOf: TokenOf, { conceptOf, progress }: Filing): Promise<void> {
  const records = readPractices().flatMap(({ slug, networks, content }) => networks.map((network) => ({ network, slug, content })));
  progress(`publicando ${records.length} registros con sus fuentes`);
  await inParallel(records, width, async ({ network, slug, content }) =>
    api.call(
      importPractice,
      { slug, content: filedIn(network, content, conceptOf) },
      { network, token: await tokenOf(demoOperator.email) },
    ),
  );
}

/** What only the fictional organisations do, so that every workspace has something on its desk. */
async function loadLive({ api, tokenOf, idOf, load }: Loading): Promise<void> {
  const { practices, replications, applications, profiles, letters, inquiries, actors } = readLive();
  load.progress('dejando borradores y solicitudes ficticias');
  // In order: the last changed stands first in the lists that people see.
  for (const practice of practices) await loadOwnPractice({ api, tokenOf, idOf }, practice);
  for (const profile of profiles) await loadProfile({ api, tokenOf, idOf }, profile);
  for (const letter of letters) await loadLetter({ api, tokenOf, idOf }, letter);
  for (const replication of replications) await loadReplication({ api, tokenOf, idOf }, replication);
  for (const actor of actors) await loadActor({ api, tokenOf, mailbox: load.mailbox }, actor);
  if (!load.mailbox) return;
  for (const application of applications) await loadApplication({ api, tokenOf, origin: load.origin }, application);
  for (const inquiry of inquiries) await loadInquiry({ api, tokenOf, origin: load.origin }, inquiry);
}
