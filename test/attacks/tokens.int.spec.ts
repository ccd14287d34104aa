import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listApplications } from '@alianza/contracts/membership/applications';
import { getMe, grantRole } from '@alianza/contracts/membership/people';
import { editPreferences, getPreferences } from '@alianza/contracts/notifications/notices';
import { localIssuer } from '@alianza/local/environments';
import { signToken, type IdentityKeys } from '@alianza/local/identity/keys';
import { operatorAccount } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { createPrivateKey, createPublicKey, createSign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, inSeconds, issuerKeys, rightClaims } from './forgery.js';
import { unwritten } from './unwritten.js';

type Claims = Record<string, unknown>;

let world: World;
let setting: Setting;
let keys: IdentityKeys;
let genuine: KeyObject;
let claims: Claims;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  keys = issuerKeys(world);
  genuine = createPrivateKey({ key: keys.signing, format: 'jwk' });
  claims = rightClaims(world, operatorAccount.subject);
}, 60_000);
afterAll(() => world.close());

const statusFor = async (token: string) => (await world.edge.send(getMe, {}, { token })).status;
const without = (name: string): Claims => Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));
const signed = (header: object, key: KeyObject | CryptoKey = genuine, content = claims) =>
  new SignJWT(content).setProtectedHeader({ alg: 'RS256', kid: keys.signing.kid, ...header }).sign(key);

/** No attack below fails for a reason of its own: with the right claims this very way of signing is believed, as the operator. */
it('a token made here by the issuer’s own key is believed', async () => {
  expect(await statusFor(signToken(keys, claims))).toBe(200);
  expect(await statusFor(await signed({}))).toBe(200);
});

describe('a token signed by the issuer’s key', () => {
  const wrong: [string, () => Claims][] = [
    ['for another audience', () => ({ ...claims, aud: 'account' })],
    ['for several, none of them ours', () => ({ ...claims, aud: ['account', 'alianza-api.example.org'] })],
    ['for nobody', () => without('aud')],
    ['of another issuer', () => ({ ...claims, iss: 'https://issuer.example.org/realms/alianza' })],
    ['of another realm', () => ({ ...claims, iss: `${world.origin}/realms/master` })],
    ['of an issuer that begins like ours', () => ({ ...claims, iss: `${String(claims.iss)}/` })],
    ['of no issuer', () => without('iss')],
    ['that is over', () => ({ ...claims, exp: inSeconds(-60) })],
    ['that never ends', () => without('exp')],
    ['that does not hold yet', () => ({ ...claims, nbf: inSeconds(600) })],
    ['whose end is no number', () => ({ ...claims, exp: 'never' })],
    ['about nobody', () => without('sub')],
    ['about an empty name', () => ({ ...claims, sub: '' })],
    ['about a list of names', () => ({ ...claims, sub: [operatorAccount.subject] })],
  ];
  it.each(wrong)('%s is not believed', async (_what, content) => {
    expect(await statusFor(signToken(keys, content()))).toBe(401);
  });
});

describe('a signature', () => {
  const content = () => base64url(JSON.stringify(claims));
  const [none, spaced] = [
    ['none', 'None', 'NONE', 'nOnE', ''],
    ['RS256 ', 'rs256'],
  ];

  it.each([...none, ...spaced])('of the algorithm «%s» is none', async (alg) => {
    const head = base64url(JSON.stringify({ alg, typ: 'at+jwt', kid: keys.signing.kid }));
    const made = createSign('sha256').update(`${head}.${content()}`).sign(genuine).toString('base64url');
    for (const signature of ['', made]) expect(await statusFor(`${head}.${content()}.${signature}`)).toBe(401);
  });

  it.each(['RS384', 'RS512', 'PS256'])('of the right key by %s is not taken', async (alg) => {
    const key = createPrivateKey({ key: keys.signing, format: 'jwk' });
    expect(await statusFor(await signed({ alg }, key))).toBe(401);
  });

  it.each(['HS256', 'HS384', 'HS512'])('made by %s with what everybody knows is not taken', async (alg) => {
    const published = createPublicKey({ key: keys.signing, format: 'jwk' });
    const known = [published.export({ type: 'spki', format: 'pem' }), published.export({ type: 'spki', format: 'der' })];
    const texts = [JSON.stringify(published.export({ format: 'jwk' })), '', keys.signing.kid];
    for (const secret of [...known, ...texts].map((text) => Buffer.from(text))) {
      if (secret.length === 0) continue; // no library signs with nothing
      const token = await new SignJWT(claims).setProtectedHeader({ alg, kid: keys.signing.kid }).sign(secret);
      expect(await statusFor(token)).toBe(401);
    }
  });

  it('that must be understood in a way of its own is not taken', async () => {
    const head = base64url(JSON.stringify({ alg: 'RS256', kid: keys.signing.kid, crit: ['b64'], b64: false }));
    const made = createSign('sha256').update(`${head}.${content()}`).sign(genuine).toString('base64url');
    expect(await statusFor(`${head}.${content()}.${made}`)).toBe(401);
  });
});

describe('a key that the token brings along', () => {
  let server: Server;
  let address: string;
  const asked: string[] = [];
  let own: { privateKey: CryptoKey; jwk: object };

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    own = { privateKey: pair.privateKey, jwk: { ...(await exportJWK(pair.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' } };
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(JSON.stringify({ keys: [own.jwk] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const kids = ['own', '../../../../dev/null', "' or 1=1 --", '__proto__', 'constructor', ''];
  it.each(kids)('under the name «%s», inside or at an address, is never used and never fetched', async (kid) => {
    const heads = [{}, { jwk: own.jwk }, { jku: `${address}/jku` }, { x5u: `${address}/x5u` }, { jku: `${address}/jku`, jwk: own.jwk }];
    for (const head of heads) expect(await statusFor(await signed({ kid, ...head }, own.privateKey))).toBe(401);
    for (const head of [{ kid: `${address}/kid` }, { kid: keys.signing.kid, jku: `${address}/jku` }])
      expect(await statusFor(await signed(head, own.privateKey))).toBe(401);
    expect(asked).toEqual([]);
  });
});

describe('a token anywhere but in its header', () => {
  it.each([
    ['the address', (token: string) => ({ query: `?access_token=${token}` })],
    ['a cookie', (token: string) => ({ headers: { cookie: `access_token=${token}; token=${token}; session=${token}` } })],
    ['another header', (token: string) => ({ headers: { 'x-forwarded-authorization': `Bearer ${token}`, 'x-access-token': token } })],
    ['another scheme', (token: string) => ({ headers: { authorization: `Basic ${base64url(`x:${token}`)}` } })],
  ])('is none: %s', async (_where, place) => {
    const { token } = await setting.as('titular');
    const { query = '', headers = {} } = place(token) as { query?: string; headers?: Record<string, string> };
    expect((await fetch(`${world.origin}/api/v1/me${query}`, { headers })).status).toBe(401);
  });

  it('and who says by headers who they are is nobody', async () => {
    const { id } = await setting.as('secretariat');
    const said = JSON.stringify({ networkId: setting.network.id, roles: ['operator'], person: { id, language: 'es' } });
    const names = [
      'principal',
      'x-principal',
      'x-user',
      'x-user-id',
      'x-forwarded-user',
      'x-original-user',
      'remote-user',
      'nats-principal',
    ];
    const headers = Object.fromEntries(names.map((name) => [name, said]));
    await unwritten('notifications', async () => {
      for (const operation of [getPreferences, editPreferences]) {
        const { method } = operation;
        const address = `${world.origin}/api/v1/${setting.network.code}/preferences`;
        const sent = method === 'GET' ? {} : { body: '{"taskMail":false,"newsMail":false}' };
        const answered = await fetch(address, { method, headers: { ...headers, 'content-type': 'application/json' }, ...sent });
        expect(answered.status).toBe(401);
      }
    });
  });
});

describe('a role', () => {
  const granting = (over: object) => ({
    organizationId: null,
    role: 'secretariat-lead',
    person: { name: 'Nadie', language: 'es', email: 'nadie@example.org', issuer: localIssuer, subject: 'x', ...over },
  });
  const operator = async () => ({ token: await world.people.operator(), network: setting.network.code });

  it('is given to nobody in particular: neither to no account nor to whoever asks without one', async () => {
    const as = await operator();
    await unwritten('membership', async () => {
      for (const nobody of [{ subject: '' }, { subject: ' ' }, { issuer: '' }, { subject: null }, { subject: undefined }])
        expect((await world.edge.send(grantRole, granting(nobody), as)).status).toBe(400);
    });
    for (const subject of ['anonymous', 'null', 'undefined', '*', '%', '0'])
      expect(
        (await world.edge.send(grantRole, granting({ subject, email: `${subject.replaceAll(/\W/g, 'x')}@example.org` }), as)).status,
      ).toBe(200);
    expect((await world.edge.send(listApplications, {}, { network: setting.network.code })).status).toBe(401);
    const { token } = await world.people.stranger();
    expect((await world.edge.send(listApplications, {}, { network: setting.network.code, token })).status).toBe(403);
  });

  it('of an account is not that of another issuer’s account with the same name', async () => {
    const { token, subject } = await world.people.stranger();
    await world.edge.call(
      grantRole,
      granting({ subject, issuer: 'https://issuer.example.org', email: 'otra@example.org' }),
      await operator(),
    );
    expect((await world.edge.send(listApplications, {}, { network: setting.network.code, token })).status).toBe(403);
  });
});
