import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listApplications } from '@alianza/contracts/membership/applications';
import { openNetwork } from '@alianza/contracts/membership/networks';
import { editMe, getMe, grantRole, type Me } from '@alianza/contracts/membership/people';
import { resolvePrincipals } from '@alianza/contracts/membership/principals';
import { localIssuer } from '@alianza/local/environments';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { generateKeyPair, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { createPublicKey, randomUUID } from 'node:crypto';

let world: World;
let setting: Setting;
let claims: { iss: string; aud: string; sub: string };

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  claims = { iss: `${world.origin}/realms/alianza`, aud: 'alianza-api', sub: randomUUID() };
}, 60_000);
afterAll(() => world.close());

async function told(token: string) {
  const { status, body, headers } = await world.edge.send(getMe, {}, { token });
  return { status, code: body.code, challenge: headers.get('www-authenticate') };
}
const refused = { status: 401, code: 'unauthenticated', challenge: 'Bearer realm="alianza", error="invalid_token"' };

const certificates = async () => {
  const { keys } = (await (await fetch(`${world.origin}/realms/alianza/protocol/openid-connect/certs`)).json()) as { keys: JWK[] };
  return keys;
};

describe('a token', () => {
  it('of the issuer is believed', async () => {
    const { token } = await setting.as('titular');
    expect(await told(token)).toMatchObject({ status: 200 });
  });

  it('of anybody else, without signature or with the public key as secret, is not', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const [key] = await certificates();
    const header = { alg: 'RS256', kid: key!.kid };
    const forged = await new SignJWT(claims).setProtectedHeader(header).setExpirationTime('5m').sign(privateKey);
    const published = createPublicKey({ key: { ...key }, format: 'jwk' });
    const secret = new TextEncoder().encode(published.export({ type: 'spki', format: 'pem' }).toString());
    const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: key!.kid }).setExpirationTime('5m').sign(secret);
    const unsigned = new UnsecuredJWT(claims).setExpirationTime('5m').encode();
    for (const token of [forged, confused, unsigned, 'nonsense', 'a b']) expect(await told(token)).toEqual(refused);
  });

  it('that somebody altered is not', async () => {
    const { token } = await setting.as('titular');
    const [header, payload = '', signature] = token.split('.');
    const altered = (change: object) => {
      const changed = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), ...change };
      return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    };
    for (const change of [{ iss: 'https://evil.example.org' }, { aud: 'account' }, { exp: 4_000_000_000 }])
      expect(await told(altered(change))).toEqual(refused);
  });
});

describe('a person', () => {
  it('hears that a second factor is missing where that is what lacks', async () => {
    const { token, email, subject } = await world.people.stranger();
    const person = { name: 'Secretaría', language: 'es', email, issuer: localIssuer, subject };
    const operator = { token: await world.people.operator(), network: setting.network.code };
    await world.edge.call(grantRole, { organizationId: null, role: 'secretariat', person }, operator);
    const asked = await world.edge.send(listApplications, {}, { token, network: setting.network.code });
    expect(asked).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
    expect(asked.headers.get('www-authenticate')).toContain('error="insufficient_user_authentication", acr_values="2"');
    expect((await world.edge.send(getMe, {}, { token })).status).toBe(200);
  });

  it('that operates the platform does nothing of it by password alone', async () => {
    const token = await world.people.passwordOperator();
    const input = { ...openNetwork.example.input, code: `red-${randomUUID().slice(0, 8)}` };
    const asked = await world.edge.send(openNetwork, input, { token });
    expect(asked).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
    expect(asked.headers.get('www-authenticate')).toContain('error="insufficient_user_authentication", acr_values="2"');
    expect((await world.edge.send(listApplications, {}, { token, network: input.code })).body.code).toBe('network-not-found');
    expect((await world.edge.send(getMe, {}, { token })).status).toBe(200);
  });

  it('hears that they may not where no second factor would help', async () => {
    expect((await world.edge.send(listApplications, {}, await setting.as('secretariat'))).status).toBe(200);
    expect(await world.edge.send(listApplications, {}, await setting.as('titular'))).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('is read problems in the language they prefer, unless another is asked for', async () => {
    const titular = await setting.as('titular');
    expect((await world.edge.send(listApplications, {}, { ...titular, lang: 'en' })).body.title).toBe('Esta cuenta no tiene permiso');
    const asked = await fetch(`${world.origin}/api/v1/${setting.network.code}/applications?lang=en`, {
      headers: { authorization: `Bearer ${titular.token}` },
    });
    expect(((await asked.json()) as { title: string }).title).toBe('This account has no permission');
  });
});

describe('many who write at once', () => {
  let asked: ReturnType<typeof spied>;
  const spied = () => jest.spyOn(world.service('gateway').get(OperationsClient, { strict: false }), 'send');
  beforeEach(() => void (asked = spied()));
  afterEach(() => asked.mockRestore());
  const crowd = async () => Promise.all((['titular', 'editor', 'reviewer', 'secretariat'] as const).map((role) => setting.as(role)));
  const write = async ({ id, token }: { id: string; token: string }) => {
    const { version } = await world.edge.call<Me>(getMe, {}, { token });
    return { id, send: () => world.edge.call<Me>(editMe, { language: 'es' }, { token, version }) };
  };

  it('are asked about together, and each is who they are', async () => {
    const writes = await Promise.all((await crowd()).map(write));
    asked.mockClear();
    const answers = await Promise.all(writes.map(({ send }) => send()));
    expect(answers.map(({ id }) => id)).toEqual(writes.map(({ id }) => id));
    const questions = asked.mock.calls.filter(([operation]) => operation === resolvePrincipals);
    expect(questions.length).toBeLessThan(writes.length);
  });

  it('do not wait for a question that nobody answers', async () => {
    const [first, ...others] = await Promise.all((await crowd()).map(write));
    const open = Promise.withResolvers<never>();
    asked.mockClear();
    asked.mockImplementationOnce(() => open.promise);
    const hanging = first!.send().catch((error: unknown) => error);
    await eventually(() => asked.mock.calls.length > 0);
    await Promise.all(others.map(({ send }) => send()));
    open.reject(new Error('lost'));
    expect(await hanging).toBeInstanceOf(Error);
  });
});
