import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftPractice, readPractice } from '@alianza/contracts/repository/practices';
import { searchPractices } from '@alianza/contracts/repository/search';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { request } from 'node:http';

let world: World;
let setting: Setting;
let api: string;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  api = `${world.origin}/api/v1/${setting.network.code}`;
}, 60_000);
afterAll(() => world.close());

const draft = () =>
  setting
    .as('titular')
    .then((titular) => world.edge.send<{ id: string; version: number }>(draftPractice, draftPractice.example.input, titular));

describe('what a service answers', () => {
  it('goes out as it came, with its version, and is not sent again to who has it', async () => {
    const titular = await setting.as('titular');
    const { status, body } = await draft();
    expect(status).toBe(200);
    const read = await world.edge.send(readPractice, { id: body.id }, titular);
    expect(read.headers.get('etag')).toBe(`"${body.version}"`);
    expect(read.headers.get('cache-control')).toBe('no-store');
    const headers = { authorization: `Bearer ${titular.token}`, 'if-none-match': `"${body.version}"` };
    const again = await fetch(`${api}/practices/${body.id}/edit`, { headers });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('carries the headers of every answer, and the correlation id of the caller', async () => {
    const { status, headers } = await fetch(`${api}/practices`, { headers: { 'x-correlation-id': 'request-0001' } });
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-correlation-id': 'request-0001',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-cache',
      vary: 'accept-language',
    });
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('is the same for everybody where it is public, whatever token came along', async () => {
    const { status } = await world.edge.send(searchPractices, {}, { network: setting.network.code, token: 'no.token.at.all' });
    expect(status).toBe(200);
  });
});

describe('a refusal', () => {
  it('is a problem with pointers, in the language asked for', async () => {
    const refused = await fetch(`${api}/practices?limit=1000&owner=me&lang=en`);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(await refused.json()).toMatchObject({
      type: '/api/problems/input-invalid',
      title: 'Some of this needs correcting',
      code: 'input-invalid',
      traceId: refused.headers.get('x-correlation-id'),
      errors: expect.arrayContaining([
        { pointer: '/limit', reason: 'too-big', params: { maximum: 100 }, detail: 'This cannot exceed 100.' },
        { pointer: '/owner', reason: 'unknown-field', detail: 'This is not expected here.' },
      ]),
    });
  });

  it.each([
    ['an address that nothing answers', '/nothing-here', {}, [404, 'route-not-found']],
    ['a method that nothing answers', '/practices', { method: 'PATCH' }, [404, 'route-not-found']],
    [
      'a body that is no JSON',
      '/applications',
      { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
      [400, 'input-invalid'],
    ],
    [
      'a body of another type',
      '/applications',
      { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      [400, 'input-invalid'],
    ],
    [
      'a body that is too large',
      '/applications',
      { method: 'POST', body: `"${'x'.repeat(2 ** 20)}"`, headers: { 'content-type': 'application/json' } },
      [413, 'body-too-large'],
    ],
    [
      'a key that is none',
      '/applications',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'idempotency-key': 'a key' } },
      [400, 'input-invalid'],
    ],
    ['an organisation that is no id', '/notices', { headers: { 'alianza-acting-for': 'mine' } }, [400, 'input-invalid']],
    ['nobody', '/notices', {}, [401, 'unauthenticated']],
  ])('says what is wrong with %s', async (_what, path, init, expected) => {
    const refused = await fetch(api + path, init);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual(expected);
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('comes with all headers even where the address itself cannot be read', async () => {
    const answer = await new Promise<{ status: number | undefined; policy: string | string[] | undefined; body: string }>(
      (resolve, reject) => {
        request(world.origin, { path: '/%zz' }, (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode, policy: response.headers['content-security-policy'], body }));
        })
          .on('error', reject)
          .end();
      },
    );
    expect([answer.status, JSON.parse(answer.body)]).toEqual([400, expect.objectContaining({ code: 'input-invalid' })]);
    expect(answer.policy).toContain("default-src 'none'");
  });
});

describe('around the operations', () => {
  it('says that it is alive and ready', async () => {
    expect(await (await fetch(`${world.origin}/salud`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${world.origin}/salud/listo`)).json()).toEqual({ database: true, nats: true });
  });

  it('describes itself', async () => {
    const document = (await (await fetch(`${world.origin}/api/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toHaveProperty(['/api/v1/{network}/practices', 'get', 'operationId'], 'repository.practices.search');
  });

  it('explains a code on a page', async () => {
    const page = await fetch(`${world.origin}/api/problems/version-stale`);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('<h1>Alguien hizo cambios mientras tanto</h1>');
    expect(await (await fetch(`${world.origin}/api/problems/version-stale?lang=en`)).text()).toContain('<html lang="en">');
    expect((await fetch(`${world.origin}/api/problems/no-such-code`)).status).toBe(404);
  });
});
