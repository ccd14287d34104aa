import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { protocol, realm } from '@alianza/local/identity/claims';
import { published } from '@alianza/testing/builders/practices';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomBytes } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { issuerKeys } from './forgery.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const evil = 'evil.example.org';

/** Addresses that look like ours to whoever compares texts. */
const lookalikes = (): string[] => {
  const { host, hostname } = new URL(world.origin);
  return [
    `https://${evil}/`,
    `//${evil}/`,
    `\\\\${evil}`,
    `/\\${evil}`,
    `${world.origin}.${evil}/`,
    `${world.origin}@${evil}/`,
    `http://${evil}/${host}`,
    `http://${evil}#${world.origin}`,
    `http://${evil}?${world.origin}`,
    `http://${hostname}:1/`,
    `https://${host}/`,
    `http://${host}.${evil}`,
    `${world.origin.replace('http', 'HTTP')}.${evil}`,
    `javascript:alert(1)//${world.origin}`,
    `data:text/html,${world.origin}`,
    `${world.origin}\t.${evil}`,
    `http:${evil}`,
    `${hostname}/`,
    '/',
    `${world.origin}%2f@${evil}`,
  ];
};

/** Where an answer leads: the origin, or null where it leads nowhere. */
function leadsTo(response: Response): string | null {
  const location = response.headers.get('location');
  return location === null ? null : new URL(location, response.url || world.origin).origin;
}

const authorize = (params: Record<string, string>) => {
  const query = new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    scope: 'openid',
    code_challenge: randomBytes(32).toString('base64url'),
    code_challenge_method: 'S256',
    ...params,
  });
  return fetch(`${world.origin}${realm}${protocol}/auth?${query.toString()}`, { redirect: 'manual' });
};

describe('after signing in', () => {
  it('one goes back to a page of this origin, and to no address that only looks like it', async () => {
    const right = await authorize({ redirect_uri: `${world.origin}/${setting.network.code}/miembro` });
    expect([right.status, leadsTo(right)]).toEqual([303, world.origin]);
    for (const redirect_uri of lookalikes()) {
      const answered = await authorize({ redirect_uri });
      expect({ redirect_uri, status: answered.status, to: leadsTo(answered) }).toEqual({ redirect_uri, status: 400, to: null });
      expect(await answered.text()).not.toContain(evil);
    }
  });

  it('no other client, no other way of answering and no sign-in without proof of possession is taken', async () => {
    const redirect_uri = `${world.origin}/`;
    const others: Record<string, string>[] = [
      { client_id: 'otro', redirect_uri },
      { redirect_uri, response_type: 'token' },
      { redirect_uri, response_type: 'code token' },
      { redirect_uri, code_challenge_method: 'plain' },
      { redirect_uri, code_challenge: '' },
    ];
    for (const params of others) {
      const answered = await authorize(params);
      const location = answered.headers.get('location') ?? '';
      expect([params, location.includes('error=') || answered.status === 400]).toEqual([params, true]);
      expect(location).not.toMatch(/[?#&](?:code|access_token)=/);
    }
  });
});

describe('after signing out', () => {
  it('one goes nowhere but to this origin', async () => {
    for (const post_logout_redirect_uri of lookalikes()) {
      const query = new URLSearchParams({ client_id: 'portal', post_logout_redirect_uri });
      const answered = await fetch(`${world.origin}${realm}${protocol}/logout?${query.toString()}`, { redirect: 'manual' });
      expect({ post_logout_redirect_uri, to: leadsTo(answered) }).toEqual({ post_logout_redirect_uri, to: null });
      expect(answered.status).toBe(400);
    }
  });
});

describe('an address of the portal', () => {
  const places = ['returnTo', 'return_to', 'redirect', 'redirect_uri', 'next', 'url', 'continue', 'goto', 'target', 'destination'];

  it('that names where to go next leads nowhere', async () => {
    const { code } = setting.network;
    for (const path of ['/', `/${code}`, `/${code}/miembro`, `/${code}/solicitud/confirmar`, '/api/v1/networks', '/silent-check-sso.html'])
      for (const name of places) {
        const answered = await fetch(`${world.origin}${path}?${name}=${encodeURIComponent(`https://${evil}`)}`, { redirect: 'manual' });
        const html = (await answered.text()).replaceAll(encodeURIComponent(`https://${evil}`), ''); // a page may link to its own address
        expect({ path, name, to: leadsTo(answered) }).toEqual({ path, name, to: null });
        expect(html).not.toContain(evil);
      }
  });

  it('with slashes, backslashes or line breaks at its beginning is no way out', async () => {
    const { slug, id } = await published(setting);
    const { code } = setting.network;
    const paths = [
      `//${evil}`,
      `//${evil}/%2f..`,
      `/\\${evil}`,
      `/%5c${evil}`,
      `/%2f%2f${evil}`,
      `//${evil}/${code}/practicas/${slug ?? ''}/`,
      `/${code}//${evil}`,
      `/${code}/id/${id}/..//${evil}`,
      `/${code}/id//${evil}`,
      `/${code}/id/%0d%0aLocation:%20https://${evil}`,
      `/${code}/practicas/%0d%0aSet-Cookie:%20a=b`,
      `/realms/alianza/%0d%0aSet-Cookie:%20a=b`,
      `/realms//${evil}`,
      `/_correo//${evil}`,
      '//',
      '//[',
      `/${code}/../otra/practicas`,
      `/${code}/%2e%2e/otra/practicas`,
    ];
    for (const path of paths) {
      const { status, headers, html } = await raw(path);
      expect({ path, status: [200, 400, 404].includes(status) ? 'told' : status }).toEqual({ path, status: 'told' });
      expect([headers.location, headers['set-cookie']?.filter((cookie) => cookie.startsWith('a='))]).toEqual([
        undefined,
        headers['set-cookie'] && [],
      ]);
      expect({ path, out: html.match(/(?:href|src|action|content)="(?:https?:)?[/\\]{2}evil[^"]*"/g) }).toEqual({ path, out: null });
    }
  }, 60_000);

  /** The answer to exactly these characters, which `fetch` would have tidied up. */
  function raw(path: string): Promise<{ status: number; headers: IncomingHttpHeaders; html: string }> {
    const { hostname, port } = new URL(world.origin);
    return new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path, agent: false, timeout: 20_000 }, (response) => {
        text(response).then((html) => resolve({ status: response.statusCode ?? 0, headers: response.headers, html }), reject);
      });
      asked.on('timeout', () => asked.destroy(new Error(`no answer to ${path}`))).on('error', reject);
      asked.end();
    });
  }
});

describe('what the issuer keeps', () => {
  it('its private key is at no address', async () => {
    const { signing } = issuerKeys(world);
    const text = await (await fetch(`${world.origin}${realm}${protocol}/certs`)).text();
    expect(text).toContain(signing.kid);
    for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const) expect(text).not.toContain(String(signing[part]));
  });

  it('its administration is not behind this origin', async () => {
    const admin = { authorization: `Bearer ${world.identity.adminSecret}`, 'content-type': 'application/json' };
    for (const path of [
      '/tokens',
      '/demo-accounts',
      '/realms/tokens',
      '/realms/alianza/tokens',
      '/realms/alianza/../tokens',
      '/realms/..%2ftokens',
    ]) {
      const { status } = await fetch(world.origin + path, {
        method: 'POST',
        headers: admin,
        body: '{"email":"operacion@alianza.example.org"}',
      });
      expect([path, [400, 404].includes(status)]).toEqual([path, true]);
    }
  });
});
