import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { peerIn, readPeerLines } from './peer-lines.js';

describe('a line', () => {
  it('names the peer', () => {
    expect(peerIn('PROXY TCP4 192.0.2.7 198.51.100.1 56324 443')).toBe('192.0.2.7');
    expect(peerIn('PROXY TCP6 2001:db8::7 2001:db8::1 1 65535')).toBe('2001:db8::7');
    expect(peerIn('PROXY UNKNOWN')).toBe('');
    expect(peerIn('PROXY UNKNOWN ffff::1 ffff::2 65535 65535')).toBe('');
  });

  it.each([
    '',
    'PROXY',
    'PROXY TCP4',
    'proxy TCP4 192.0.2.7 198.51.100.1 1 2',
    'PROXY TCP4 192.0.2.7 198.51.100.1 1',
    'PROXY TCP4 192.0.2.7 198.51.100.1 1 2 3',
    'PROXY TCP4 192.0.2.7 198.51.100.1 1 65536',
    'PROXY TCP4 192.0.2.7 198.51.100.1 -1 2',
    'PROXY TCP4 192.0.2.256 198.51.100.1 1 2',
    'PROXY TCP4 2001:db8::7 2001:db8::1 1 2',
    'PROXY TCP6 192.0.2.7 198.51.100.1 1 2',
    'PROXY UDP4 192.0.2.7 198.51.100.1 1 2',
    'PROXY toString 192.0.2.7 198.51.100.1 1 2',
    'PROXY  TCP4 192.0.2.7 198.51.100.1 1 2',
    'GET / HTTP/1.1',
  ])('is none: %s', (line) => {
    expect(peerIn(line)).toBeNull();
  });
});

describe('a connection', () => {
  let server: Server;
  const sockets: Socket[] = [];
  const listen = async (patience?: number) => {
    server = createServer((asked, answer) => {
      const chunks: Buffer[] = [];
      asked.on('data', (chunk: Buffer) => chunks.push(chunk));
      asked.on('end', () => answer.end(`${asked.socket.remoteAddress ?? ''} ${String(Buffer.concat(chunks).length)};`));
    });
    readPeerLines(server, patience);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  };
  beforeEach(() => listen());
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  /** Each part is sent once the one before it has left; what was said until the other side ends. */
  async function saying(...parts: readonly (string | Buffer)[]): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay();
    sockets.push(socket);
    const said: Buffer[] = [];
    const closed = new Promise((resolve) => socket.on('data', (data) => said.push(data)).once('close', resolve));
    socket.on('error', () => undefined); // told by `close`
    for (const part of parts) {
      await new Promise((resolve) => socket.write(part, resolve));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await closed;
    return Buffer.concat(said).toString();
  }
  const line = 'PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r\n';
  const first = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
  const last = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';

  it('is its peer’s, for every request on it, however its bytes arrive', async () => {
    for (const parts of [[line + first + last], [line, first, last], [...(line + first + last)]])
      expect((await saying(...parts)).match(/192\.0\.2\.7 0;/g)).toHaveLength(2);
    expect(await saying(`PROXY UNKNOWN\r\n${last}`)).toContain('127.0.0.1 0;');
  });

  it('carries a body that came with the line, and the rest of it', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 200000\r\n\r\n';
    expect(await saying(Buffer.from(line + head + 'x'.repeat(50_000)), 'x'.repeat(150_000))).toContain('192.0.2.7 200000;');
  });

  it.each([
    ['with none', last],
    ['with one that is malformed', `PROXY TCP4 x y 1 2\r\n${last}`],
    ['with one that never ends', 'PROXY UNKNOWN '.padEnd(200, 'x')],
    ['with one that ends too late', `${'PROXY UNKNOWN '.padEnd(106, 'x')}\r\n${last}`],
  ])('is closed without a word: %s', async (_what, bytes) => {
    expect(await saying(bytes)).toBe('');
  });

  it.each(['', 'PROXY TCP4 '])('is closed without a word where the line is late: %s', async (bytes) => {
    server.close();
    await listen(200);
    expect(await saying(bytes)).toBe('');
  });
});
