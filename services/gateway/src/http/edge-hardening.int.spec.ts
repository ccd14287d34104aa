import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { searchEverything } from '@alianza/contracts/search/search-box';
import { eventually } from '@alianza/testing/eventually';
import { openSetting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { connect } from 'node:net';

let world: World;
beforeAll(async () => {
  world = await openWorld(['membership', 'gateway']);
}, 60_000);
afterAll(() => world.close());

/** Sends bytes as they are, the parts apart in time as `send` says, and hears until the other side ends. */
function raw(...parts: readonly string[]): Promise<{ said: string; seconds: number }> {
  const { hostname, port } = new URL(world.origin);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => parts.forEach((part) => socket.write(part)));
    socket.on('data', (data) => said.push(data)).once('error', reject);
    socket.once('close', () => resolve({ said: Buffer.concat(said).toString(), seconds: (performance.now() - began) / 1000 }));
  });
}
const get = (path: string, ...headers: readonly string[]) =>
  raw([`GET ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n'));
const problemIn = (said: string) => JSON.parse(/\{"type".*\}/.exec(said)?.[0] ?? '{}') as { code?: string; status?: number };

describe('a request that is too much', () => {
  it('by its address is a problem', async () => {
    const { said } = await get(`/api/v1/networks?q=${'x'.repeat(8000)}`);
    expect(said).toMatch(/^HTTP\/1\.1 414 /);
    expect(problemIn(said)).toMatchObject({ code: 'address-too-long', status: 414 });
    expect(said.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect((await get(`/api/v1/networks?q=${'x'.repeat(7000)}`)).said).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('by the number of its headers is a problem, however short they are: none is left out in silence', async () => {
    const many = Array.from({ length: 2100 }, (_none, index) => `${index.toString(36)}:`);
    const { said } = await get('/api/v1/networks', ...many, 'X-Correlation-Id: the-last-of-all');
    expect(said).toMatch(/^HTTP\/1\.1 431 /);
    expect(problemIn(said)).toMatchObject({ code: 'headers-too-many', status: 431 });
    expect(said).toContain('the-last-of-all');
    expect((await get('/api/v1/networks', ...many.slice(0, 90))).said).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('by the size of its headers is refused before it is read', async () => {
    expect((await get('/api/v1/networks', `X-Long: ${'x'.repeat(17_000)}`)).said).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('by the time it takes to say what it wants is ended', async () => {
    const { said, seconds } = await raw('GET /api/v1/networks HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(seconds).toBeGreaterThan(8);
    expect(seconds).toBeLessThan(20);
  });
});

it.each(['PATCH', 'TRACE', 'PROPFIND', 'DELETE'])('%s, where there is none, is a problem like any other', async (method) => {
  const { said } = await raw(`${method} /api/v1/networks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(said).toMatch(/^HTTP\/1\.1 404 /);
  expect(problemIn(said)).toMatchObject({ code: 'route-not-found' });
});

it('a method that nobody knows is no HTTP', async () => {
  expect((await raw('SURPRISE / HTTP/1.1\r\nHost: x\r\n\r\n')).said).toMatch(/^HTTP\/1\.1 400 /);
});

it('one connection carries any number of requests', async () => {
  const times = 300;
  const ask = 'GET /salud HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(times - 1);
  const { said } = await raw(`${ask}GET /salud HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(said.split('{"status":"ok"}').length - 1).toBe(times);
});

it('what a request calls its host comes back nowhere', async () => {
  const evil = 'evil.example.org';
  const network = await world.people.openNetwork();
  const paths = [
    '/',
    `/${network.code}`,
    `/${network.code}/practicas/no-hay`,
    '/api/openapi.json',
    '/api/v1/no-hay',
    '/robots.txt',
    '/_correo',
    '/realms/alianza/.well-known/openid-configuration',
    '/realms/alianza/protocol/openid-connect/auth?client_id=portal',
  ];
  for (const path of paths) {
    const sent = [`GET ${path} HTTP/1.1`, `Host: ${evil}`, `X-Forwarded-Host: ${evil}`, `Forwarded: host=${evil}`, 'Accept: text/html'];
    const { said } = await raw([...sent, 'Connection: close', '', ''].join('\r\n'));
    expect([path, said.length > 50, said.includes(evil)]).toEqual([path, true, false]);
  }
  const { said } = await raw('GET /realms/alianza/.well-known/openid-configuration HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(said).toContain(`"${world.origin}/realms/alianza/protocol/openid-connect/token"`);
});

describe('a search while a service is away', () => {
  it('shows what the others found, and says which is missing', async () => {
    const setting = await openSetting(world);
    const titular = await setting.as('titular');
    const { groups } = await eventually(async () => {
      const found = await world.edge.call<{ groups: object[]; missing: string[] }>(searchEverything, { q: 'organización' }, titular);
      return found.missing.join() === 'repository' && found;
    });
    expect(groups).toContainEqual(expect.objectContaining({ kind: 'organization', total: 2 }));
  });
});
