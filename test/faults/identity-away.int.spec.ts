import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { services } from '@alianza/contracts/access';
import { getMe } from '@alianza/contracts/membership/people';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { startGateway } from '@alianza/gateway/start';
import { environmentsFor } from '@alianza/local/environments';
import { identityKeys, signToken } from '@alianza/local/identity/keys';
import { startIdentity, type Identity } from '@alianza/local/identity/identity';
import { startService } from '@alianza/platform/run/run-service';
import { completeContent } from '@alianza/testing/builders/practices';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { addRow } from '@alianza/testing/faults/fault-table';
import { Session } from '@alianza/testing/identity/session';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { SignJWT } from 'jose';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** Stands between the gateway and the issuer: counts what keys are fetched, and leads nowhere while the issuer is away. */
class Road {
  target = '';
  away = false;
  fetches = 0;
  private readonly server: Server = createServer((request, response) => {
    if (request.url?.endsWith('/certs')) this.fetches++;
    if (this.away) return void request.socket.destroy();
    const { hostname, port } = new URL(this.target);
    const onward = ask({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const road = new Road();
let standing: OpenSurroundings;
let identity: Identity;
let person: Person;
let session: Session;
let acknowledged = 0;
const started: { close(): Promise<unknown> }[] = [];

beforeAll(async () => {
  standing = await openSurroundings();
  ({ identity } = standing);
  road.target = identity.url;
  const environments = environmentsFor({ ...standing.parts, identity: { ...identity, url: await road.open() } });
  for (const name of services.filter((service) => service !== 'gateway'))
    started.unshift(await startService(definitionOf(name), environments[name]));
  started.unshift(await startGateway(environments.gateway));
  const network = await standing.people.openNetwork();
  person = await standing.people.enrol('titular', network, await standing.people.openOrganization(network));
  session = await Session.begin(standing.origin, person);
}, 60_000);
afterAll(async () => {
  for (const app of started) await app.close();
  if (identity !== standing.identity) await identity.stop();
  await Promise.all([standing.close(), road.close()]);
});

const keysFile = () => path.join(standing.dir, 'identity/keys.json');
const read = async (token = person.token) => (await standing.edge.send(getMe, {}, { token })).status;
const write = async () => {
  const { status } = await standing.edge.send(draftPractice, { content: completeContent() }, person);
  if (status === 200) acknowledged++;
  return status;
};
/** As if so many milliseconds had passed for whoever counts them by the system's clock. */
async function after<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const now = Date.now.bind(Date);
  const later = jest.spyOn(Date, 'now').mockImplementation(() => now() + milliseconds);
  return work().finally(() => later.mockRestore());
}

it('F15: while the issuer is away, who is signed in reads and writes, and a sign-in is told in words; sessions go on', async () => {
  expect([await read(), await write()]).toEqual([200, 200]);
  const another = await standing.people.token(person.email);
  road.away = true;
  expect([await read(), await read(another), await read(session.token), await write()]).toEqual([200, 200, 200, 200]);
  for (let turn = 0; turn < 2; turn++) await expect(session.renewOnce()).rejects.toThrow('503');
  // Keys are fetched anew after an hour: those that are kept still serve.
  const claims = JSON.parse(Buffer.from(another.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
  const lasting = signToken(identityKeys(keysFile()), { ...claims, exp: claims.exp + 7200 });
  expect(await after(3_700_000, () => read(lasting))).toBe(200);
  const page = await fetch(`${standing.origin}/realms/alianza/protocol/openid-connect/auth?client_id=portal`, {
    headers: { accept: 'text/html' },
  });
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('Por ahora no se puede entrar');
  road.away = false;
  await session.renew();
  expect(await read(session.token)).toBe(200);
});

it('F15: a new key is fetched once however many ask at once; tokens by the former one are at an end', async () => {
  await eventually(async () => (await read()) === 200);
  const former = identityKeys(keysFile());
  await identity.stop();
  rmSync(keysFile());
  identity = await startIdentity({ origin: standing.origin, dataDir: standing.dir, smtpUrl: standing.mailbox.smtpUrl });
  road.target = identity.url;
  const claims = JSON.parse(Buffer.from(person.token.split('.')[1] ?? '', 'base64url').toString()) as object;
  const own = identityKeys(keysFile());
  const before = road.fetches;
  await after(31_000, async () => {
    const tokens = Array.from({ length: 20 }, (_none, index) => signToken(own, { ...claims, jti: String(index) }));
    expect(new Set(await Promise.all(tokens.map((token) => read(token))))).toEqual(new Set([200]));
    expect(road.fetches - before).toBe(1);
    expect(await read(signToken(former, { ...claims, jti: 'former' }))).toBe(401);
    await session.renew(); // a session outlives the issuer's process and its keys
    expect(await read(session.token)).toBe(200);
    person = { ...person, token: tokens[0] ?? '' };
  });
  expect(await write()).toBe(200);
});

it('F15: a key under another’s name, and another algorithm, are refused, and fetch nothing', async () => {
  const own = identityKeys(keysFile());
  const claims = JSON.parse(Buffer.from(person.token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  const stranger = identityKeys(path.join(standing.dir, 'identity/strange.json'));
  const swapped = signToken({ ...stranger, signing: { ...stranger.signing, kid: own.signing.kid } }, claims);
  const shown = createPublicKey({ key: own.signing, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: own.signing.kid }).sign(Buffer.from(shown));
  const other = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'PS256', kid: own.signing.kid })
    .sign(createPrivateKey({ key: own.signing, format: 'jwk' }));
  const before = road.fetches;
  for (const token of [swapped, confused, other]) expect(await read(token)).toBe(401);
  expect(road.fetches).toBe(before);
  expect(await read()).toBe(200);
  const drafts = await rowsOf('repository', 'select from practice where created_by = $1', [person.id]);
  const [lost, doubled] = [Math.max(0, acknowledged - drafts.length), Math.max(0, drafts.length - acknowledged)];
  addRow({ fault: 'F15', what: 'issuer away, keys rotated, swapped', tries: 3, acknowledged, lost, doubled, gap: null });
  expect({ lost, doubled, written: acknowledged > 0 }).toEqual({ lost: 0, doubled: 0, written: true });
});
