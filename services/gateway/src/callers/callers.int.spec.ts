import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listApplications } from '@alianza/contracts/membership/applications';
import { getMe, grantRole } from '@alianza/contracts/membership/people';
import { localIssuer } from '@alianza/local/environments';
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
