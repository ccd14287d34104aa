import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { connect } from 'node:net';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

/** Status lines of whatever the edge answers to these bytes on one connection, until it closes it. One that it keeps open would hear more. */
function answersTo(bytes: string): Promise<string[]> {
  const { hostname, port } = new URL(world.origin);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const end = () =>
      resolve(
        Buffer.concat(chunks)
          .toString()
          .match(/^HTTP\/1\.1 \d{3}/gm) ?? [],
      );
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', end).on('error', reject);
    socket.setTimeout(15_000, () => socket.destroy(new Error('the edge keeps the connection open')));
  });
}

const hidden = 'GET /salud/lista HTTP/1.1\r\nHost: a\r\n\r\n';
const post = (headers: string, body: string) =>
  `POST /api/v1/${setting.network.code}/applications HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${headers}\r\n${body}`;

describe('one request', () => {
  it.each([
    ['two lengths', () => post(`Content-Length: 2\r\nContent-Length: ${String(2 + hidden.length)}\r\n`, `{}${hidden}`)],
    ['a length and chunks', () => post(`Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`, `0\r\n\r\n${hidden}`)],
    ['chunks of an odd name', () => post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${hidden}`)],
    ['chunks said twice', () => post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${hidden}`)],
    ['a space before the colon', () => post(`Content-Length : ${String(hidden.length)}\r\n`, hidden)],
    ['a length that is none', () => post('Content-Length: +2\r\n', `{}${hidden}`)],
    ['a folded header', () => post(`X-A: b\r\n Content-Length: 5\r\n`, hidden)],
    ['a header ended by a bare line feed', () => post(`X-A: b\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n`, hidden)],
    ['a chunk whose length is cut', () => post('Transfer-Encoding: chunked\r\n', `zz\r\n{}\r\n0\r\n\r\n${hidden}`)],
  ])('that says its end in two ways is refused, and nothing behind it is heard: %s', async (_what, bytes) => {
    expect(await answersTo(bytes())).toEqual(['HTTP/1.1 400']);
  });

  it('from another origin is allowed nothing by the edge', async () => {
    const headers = { origin: 'https://evil.example.org', 'access-control-request-method': 'POST' };
    for (const method of ['OPTIONS', 'GET', 'POST']) {
      const answered = await fetch(`${world.origin}/api/v1/${setting.network.code}/practices`, { method, headers });
      expect([method, [...answered.headers.keys()].filter((name) => name.startsWith('access-control'))]).toEqual([method, []]);
    }
  });
});

describe('what a reader sends along', () => {
  it('opens no folder, no source and no inner address', async () => {
    const paths = [
      ...[
        '/.git/config',
        '/.env',
        '/package.json',
        '/assets/',
        '/assets/../server/entry.js',
        '/assets/%2e%2e/server/entry.js',
        '/assets/..%2fserver%2fentry.js',
      ],
      ...[
        '/metrics',
        '/internal/networks',
        '/api/v1/internal/networks',
        '/api/v1/internal/principals/resolve',
        '/server/entry.js',
        '/assets/.vite/manifest.json',
      ],
    ];
    for (const path of paths) {
      const answered = await fetch(world.origin + path);
      expect([path, [400, 404].includes(answered.status)]).toEqual([path, true]);
    }
  });
});
