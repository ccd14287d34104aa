import type { INestApplicationContext } from '@nestjs/common';
import { openNetwork } from '@alianza/contracts/membership/networks';
import { getMe, grantRole } from '@alianza/contracts/membership/people';
import { startGateway } from '@alianza/gateway/start';
import { environmentsFor, type Parts } from '@alianza/local/environments';
import { Browser as Visitor } from '@alianza/local/identity/spec-browser';
import { freePort } from '@alianza/local/servers/free-port';
import { definitions } from '@alianza/local/services';
import { startService } from '@alianza/platform/run/run-service';
import { openBrowser } from '@alianza/testing/browser';
import { Edge } from '@alianza/testing/edge';
import type { Provider } from '@alianza/testing/identity/directory-contract';
import { keycloakProvider } from '@alianza/testing/keycloak/provider';
import { startKeycloak, type Keycloak } from '@alianza/testing/keycloak/server';
import { choosePassword, enter, Telephone } from '@alianza/testing/keycloak/sign-in';
import type { TestNetwork } from '@alianza/testing/people';
import { openSurroundings } from '@alianza/testing/surroundings';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

/** keycloak-js renews what lasts less than half a minute: a page a few seconds old must renew at its next question. */
const tokenSeconds = 36;
const operatorEmail = 'operacion@alianza.example.org';

/** The product on Keycloak, behind two gateways, with a network, an operator and a browser. */
export interface Stage {
  readonly origin: string;
  readonly issuer: string;
  readonly mailbox: string;
  readonly keycloak: Keycloak;
  readonly provider: Provider;
  readonly edges: readonly [Edge, Edge];
  readonly network: TestNetwork;
  readonly browser: Browser;
  /** As the operator, with a token that is still good. */
  operator(): Promise<{ token: string; network: string }>;
  /** A role in the network itself, or in an organisation of it. */
  grant(role: string, account: Account): Promise<void>;
  close(): Promise<void>;
}

interface Account {
  readonly subject: string;
  readonly email: string;
  readonly organizationId?: string;
}

type Stops = (() => Promise<unknown>)[];

export async function openStage(): Promise<Stage> {
  const stops: Stops = [];
  const close = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    return { ...(await setUp(stops)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function setUp(stops: Stops): Promise<Omit<Stage, 'close'>> {
  const { origin, edge, mailbox, dir, parts, close } = await openSurroundings();
  stops.push(close);
  const home = path.join(dir, 'keycloak');
  mkdirSync(home);
  const keycloak = await startKeycloak({ origin, smtpUrl: mailbox.smtpUrl, dir: home, tokenSeconds });
  stops.push(() => keycloak.stop());
  const issuer = `${origin}/realms/alianza`;
  const own: Parts = {
    ...parts,
    identity: undefined,
    issuer,
    keycloak: { url: keycloak.url, clientSecret: keycloak.directorySecret },
    operators: [],
  };
  const environments = environmentsFor(own);
  const keep = async <App extends INestApplicationContext>(starting: Promise<App>) => {
    const app = await starting;
    stops.push(() => app.close());
  };
  const second = await freePort();
  await keep(startGateway(environments.gateway)); // first: it leads to Keycloak's pages
  await keep(startGateway({ ...environments.gateway, PORT: String(second) }));

  const provider = keycloakProvider(keycloak, origin, mailbox.url);
  const { visitor, subject } = await enrolOperator(provider, origin, mailbox.url);
  const OPERATORS = JSON.stringify([{ issuer, subject, email: operatorEmail, name: 'Operación' }]);
  for (const definition of definitions.filter(({ name }) => name !== 'gateway')) {
    const environment = environments[definition.name];
    await keep(startService(definition, definition.name === 'membership' ? { ...environment, OPERATORS } : environment));
  }
  const renewed = async () => {
    await visitor.refresh();
    return visitor.accessToken;
  };
  const code = `red-${randomUUID().slice(0, 8)}`;
  const { id } = await edge.call<{ id: string }>(openNetwork, { ...openNetwork.example.input, code }, { token: await renewed() });
  const operator = async () => ({ token: await renewed(), network: code });
  const grant = async (role: string, { subject: of, email, organizationId }: Account) => {
    const person = { name: role, language: 'es', email, issuer, subject: of };
    await edge.call(grantRole, { role, organizationId: organizationId ?? null, person }, await operator());
  };
  const browser = await openBrowser();
  stops.push(() => browser.close());
  const edges = [edge, new Edge(`http://127.0.0.1:${String(second)}`)] as const;
  // Both fetch the issuer's keys now: half a minute later, when one is renewed, they may fetch them anew.
  for (const each of edges) await each.call(getMe, {}, { token: await renewed() });
  return { origin, issuer, mailbox: mailbox.url, keycloak, provider, edges, network: { id, code }, browser, operator, grant };
}

/** By the pages, as a person: a password by mail, a second factor on a telephone. */
async function enrolOperator({ directory }: Provider, origin: string, mailbox: string) {
  await directory.ensureAccount(operatorEmail);
  await choosePassword(new Visitor(origin), mailbox, operatorEmail);
  const visitor = new Visitor(origin);
  const { claims } = await enter(visitor, operatorEmail, new Telephone());
  return { visitor, subject: String(claims.sub) };
}
